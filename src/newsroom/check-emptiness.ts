import { type Problem, wrongValue } from '../system/problems/problem.ts';
import type { FoundFiles } from './find-content-files.ts';

/** Texts that other programs publish and that are no Markdown copies here. */
const foreignText = /\.(?:markdown|mdown|mkd|mdx|mdoc|html?|adoc|asciidoc|rst|org|txt)$/iu;

const markdownText = /\.(?:markdown|mdown|mkd|mdx|mdoc)$/iu;

/** Names that are told one by one. */
const named = 4;

export interface Emptiness {
  /** Why nothing can be published; absent where there are copies. */
  readonly error?: Problem;
  readonly warnings: readonly Problem[];
}

/**
 * What a content folder holds in place of articles, and what to do about it. A folder that holds
 * nothing at all is more likely one that was not copied than a publication; one with a
 * `publication.yaml` is a publication that begins. `shown` is the folder as problems name it.
 */
export function checkEmptiness(
  { copies, others, ignored }: FoundFiles,
  { shown, hasSettings }: { readonly shown: string; readonly hasSettings: boolean },
): Emptiness {
  const at = { line: 1, column: 1, field: 'folder' };
  const instead = (got: string) => wrongValue('Markdown articles (.md)', got);
  const posts = ignored.filter((path) => /(?:^|\/)_(?:posts|drafts)\/$/u.test(path));
  const foreign = others.filter((path) => foreignText.test(path));
  const markdown = foreign.filter((path) => markdownText.test(path));
  const cures = {
    posts: `name it in CONTENT_DIR, or make copies with \`npm run import -- ${shown} --to FOLDER\``,
    foreign: `rename what is Markdown to .md, or make copies with \`npm run import -- ${shown} --to FOLDER\``,
  };
  if (copies.length > 0) {
    const [first] = posts;
    if (first === undefined) return { warnings: [] };
    const file = `${shown}/${first}`.replace(/\/$/u, '');
    const message = instead(`${list(posts)}, which is left alone`);
    return {
      warnings: [{ severity: 'warning', file, ...at, message, cure: cures.posts }],
    };
  }
  if (hasSettings && posts.length === 0 && markdown.length === 0) return { warnings: [] };
  const error = (got: string, cure: string): Emptiness => {
    const problem = { severity: 'error' as const, file: shown, ...at, message: instead(got) };
    const allowed = `${cure}; --allow-empty builds a site without articles`;
    return { error: { ...problem, cure: allowed }, warnings: [] };
  };
  if (ignored.length > 0)
    return error(
      `${list(ignored)}, whose names begin with "_" and which are left alone`,
      posts.length > 0 ? cures.posts : 'rename them',
    );
  if (foreign.length > 0) return error(list(foreign), cures.foreign);
  return error(
    others.length > 0 ? `${list(others)} alone` : 'an empty folder',
    'name the folder of your articles in CONTENT_DIR, or begin one with `npm run new -- "Headline"`',
  );
}

function list(paths: readonly string[]): string {
  const more = paths.length - named;
  return paths.slice(0, named).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Endings of texts that are no copies, and what to do with such a file. */
const foreign: readonly (readonly [ending: RegExp, cure: (path: string) => string])[] = [
  [
    /\.(?:markdown|mdown|mdwn|mkdn?|mkdown|mdtxt|mdtext)$/iu,
    (path) => `rename it to ${path.replace(/\.[^.]+$/u, '.md')}`,
  ],
  [
    /\.(?:mdx|mdoc|[qr]md)$/iu,
    (path) =>
      `rename it to ${path.replace(/\.[^.]+$/u, '.md')}, and write Markdown in place of components and code`,
  ],
  [
    /\.(?:x?html?|rst|adoc|asciidoc|org|textile|tex|ipynb)$/iu,
    () =>
      'make a copy of it, such as by `npm run import -- FILE`, or move it out of the folder',
  ],
];

/** What to do with a file that looks like an article, and is passed over by its ending. */
export function cureOfForeignText(path: string): string | undefined {
  return foreign.find(([ending]) => ending.test(path))?.[1](path);
}
