import type { Dependency } from './package-text.ts';
import type { ProjectFacts } from './publication-text.ts';

/** Files that belong to one computer, or that a command makes again. */
export const gitIgnore = `node_modules/
dist/
dist-*/
.dist-*/
.cache/
*.log
.env
.env.*
`;

export const editorConfig = `root = true

[*]
charset = utf-8
end_of_line = lf
indent_style = space
indent_size = 2
insert_final_newline = true
trim_trailing_whitespace = true

[*.md]
# Two spaces at the end of a line are a line break.
trim_trailing_whitespace = false
`;

/** The README of the folder. `content` is the content folder as commands name it. */
export function formatReadme(
  { name }: ProjectFacts,
  { content, dependency }: { readonly content: string; readonly dependency: Dependency },
): string {
  const title = name.replace(/[\\`*_[\]<>#|]/gu, String.raw`\$&`);
  const below = content === '.' ? 'this folder' : `\`${content}/\``;
  const path = content === '.' ? '' : `${content}/`;
  return `# ${title}

The articles are Markdown files in ${below}. Dateline makes the site of them.

\`\`\`sh
npm install                  # once
npm run dev                  # shows the site, with drafts, and follows each change
npm run new -- "Headline"    # makes an article
npm run check                # lists every problem, with its line
npm run build                # makes the site in dist/
\`\`\`

| File | |
| --- | --- |
| \`${path}publication.yaml\` | name, languages, sections |
| \`${path}pages/\` | pages such as "About" |
| \`theme/\` | styles and templates of your own, if you add any |
| \`.github/workflows/publish.yml\` | checks each pull request, and publishes the branch \`main\` on GitHub Pages |

Commit everything, \`package-lock.json\` too, and push to \`main\` to publish. The first time, choose GitHub Actions as the source in
the settings of the repository, under Pages. For another host, delete the workflow, build with \`SITE_URL=https://…\`, and copy \`dist/\`.

\`npm update\` installs a newer version of Dateline. Its changes are in \`node_modules/${dependency.name}/CHANGELOG.md\`,
and guides to writing, themes and hosting in \`node_modules/${dependency.name}/docs/guides\`.
`;
}
