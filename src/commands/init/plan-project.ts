import { toGithubWorkflow } from '../../hosting/hosts/to-github-workflow.ts';
import { formatAboutPage, formatFirstArticle } from './article-texts.ts';
import { editorConfig, formatReadme, gitIgnore } from './folder-texts.ts';
import { type Dependency, formatPackage } from './package-text.ts';
import { formatPublication, type ProjectFacts } from './publication-text.ts';

export interface ProjectPlan {
  readonly facts: ProjectFacts;
  readonly folderName: string;
  /** The content folder, as a path below the folder; `.` is the folder itself. */
  readonly content: string;
  /** Whether there are articles already. Then no example is added. */
  readonly hasArticles: boolean;
  readonly dependency: Dependency;
}

/** The texts of the files of a new project, by their paths below its folder. */
export function planProject(plan: ProjectPlan): ReadonlyMap<string, string> {
  const { facts, folderName, content, hasArticles, dependency } = plan;
  const below = (path: string) => (content === '.' ? path : `${content}/${path}`);
  const examples: readonly (readonly [string, string])[] = [
    [below('first-article.md'), formatFirstArticle(facts)],
    [below('pages/about.md'), formatAboutPage()],
  ];
  const remark = 'Made by Dateline: checks pull requests, and publishes the branch main.';
  return new Map([
    ['package.json', formatPackage(folderName, dependency)],
    [below('publication.yaml'), formatPublication(facts)],
    ...(hasArticles ? [] : examples),
    ['README.md', formatReadme(facts, { content, dependency })],
    ['.gitignore', gitIgnore],
    ['.editorconfig', editorConfig],
    [
      '.github/workflows/publish.yml',
      // Works where package.json had other scripts, too.
      toGithubWorkflow(
        { siteUrl: undefined, basePath: '/' },
        { remark, call: (command) => `npx ${dependency.program} ${command}` },
      ),
    ],
  ]);
}
