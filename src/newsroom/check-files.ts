import { accessSync, constants, statSync } from 'node:fs';
import type { Story } from '../content/article/article.ts';
import { pathOnDisk } from '../outputs/pictures/path-on-disk.ts';
import { cardFilePath } from '../publication/edition/card-picture.ts';
import { isClipPath } from '../publication/edition/clip-files.ts';
import { callOf } from '../system/cache/call-of.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import type { FileMemory } from './file-memory.ts';
import type { FoundFiles } from './find-content-files.ts';
import type { NamedFile } from './prepare-assets.ts';

/** The maximum size of a picture or document in bytes, since each is read into memory. */
const maxSize = 1_000_000_000;

/** The maximum size of film or sound, which is copied in pieces. */
const maxClipSize = 10_000_000_000;

/**
 * Finds files that articles name and that cannot be read: too large, or without permission. Each is an
 * error of every article that names it, and does not stop the build.
 */
export function checkFiles(
  files: readonly NamedFile[],
  { contentDir, known }: { readonly contentDir: string; readonly known: FileMemory },
): { problems: Problem[]; unreadable: ReadonlySet<string> } {
  const problems: Problem[] = [];
  const unreadable = new Set<string>();
  for (const [path, uses] of Map.groupBy(files, (use) => use.path)) {
    const fault = known.once(path, 'fault', () => faultOf(pathOnDisk(contentDir, path)));
    if (fault === 'none') continue;
    unreadable.add(path);
    for (const { place } of uses) {
      const { got, cure } = fault;
      const most = isClipPath(path) ? '10 GB' : '1 GB';
      const expected = `a file that can be read, of at most ${most}`;
      problems.push({
        severity: 'error',
        ...place,
        message: wrongValue(expected, `${path}: ${got}`),
        cure,
      });
    }
  }
  return { problems, unreadable };
}

/** Lists the pictures that articles name as their share cards. */
export function cardsOf(stories: Iterable<Story>): NamedFile[] {
  return [...stories].flatMap((story) => {
    const path = story.kind === 'article' ? cardFilePath(story) : undefined;
    if (path === undefined || story.kind !== 'article') return [];
    const [line, column] = story.cardPlace ?? [1, 1];
    return [{ path, place: { file: story.file, line, column, field: 'card' } }];
  });
}

function faultOf(path: string): { got: string; cure: string } | 'none' {
  try {
    const { size } = statSync(path);
    if (size > (isClipPath(path) ? maxClipSize : maxSize)) {
      const got = `${(size / 1_000_000_000).toFixed(1)} GB`;
      return { got, cure: 'make it smaller, or link to it at another address' };
    }
    accessSync(path, constants.R_OK);
    return 'none';
  } catch (error) {
    const { code = 'an error' } = error as NodeJS.ErrnoException;
    return { got: code, cure: 'give yourself permission to read the file, or remove it' };
  }
}

/** File extensions of texts that other programs publish. */
const foreignText = /\.(?:markdown|mdown|mkd|mdx|mdoc|html?|adoc|asciidoc|rst|org|txt)$/iu;

const markdownText = /\.(?:markdown|mdown|mkd|mdx|mdoc)$/iu;

/** File names that a message lists. */
const maxListed = 4;

export interface Emptiness {
  /** Why nothing can be published. Absent where there are content files. */
  readonly error?: Problem;
  readonly warnings: readonly Problem[];
}

/**
 * Checks whether a content folder has content files, and says what to do about other files. An empty
 * folder is an error, since it is more likely one that somebody forgot to fill; but a
 * `publication.yaml` makes it a new publication. `shown` is the folder as problems name it.
 */
export function checkEmptiness(
  { contentFiles, others, ignored }: FoundFiles,
  { shown, hasSettings }: { readonly shown: string; readonly hasSettings: boolean },
): Emptiness {
  const at = { line: 1, column: 1, field: 'folder' };
  const instead = (got: string) => wrongValue('Markdown articles (.md)', got);
  const posts = ignored.filter((path) => /(?:^|\/)_(?:posts|drafts)\/$/u.test(path));
  const foreign = others.filter((path) => foreignText.test(path));
  const markdown = foreign.filter((path) => markdownText.test(path));
  const importIt = `import it with \`${callOf('import', `${shown} --to FOLDER`)}\``;
  const cures = {
    posts: `set CONTENT_DIR to it, or ${importIt}`,
    foreign: `rename Markdown files to .md, or ${importIt.replace('import it', 'import them')}`,
  };
  if (contentFiles.length > 0) {
    const [first] = posts;
    if (first === undefined) return { warnings: [] };
    const file = `${shown}/${first}`.replace(/\/$/u, '');
    const message = instead(`${list(posts)}, which is ignored`);
    return {
      warnings: [{ severity: 'warning', file, ...at, message, cure: cures.posts }],
    };
  }
  if (hasSettings && posts.length === 0 && markdown.length === 0) return { warnings: [] };
  const error = (got: string, cure: string): Emptiness => {
    const problem = { severity: 'error' as const, file: shown, ...at, message: instead(got) };
    const cures = `${cure}; --allow-empty builds a site without articles`;
    return { error: { ...problem, cure: cures }, warnings: [] };
  };
  if (ignored.length > 0)
    return error(
      `${list(ignored)}, ignored because of the "_" at the start of the name`,
      posts.length > 0 ? cures.posts : 'rename them',
    );
  if (foreign.length > 0) return error(list(foreign), cures.foreign);
  return error(
    others.length > 0 ? `only ${list(others)}` : 'an empty folder',
    `set CONTENT_DIR to the folder of your articles, or write the first with \`${callOf('new', '"Headline"')}\``,
  );
}

function list(paths: readonly string[]): string {
  const more = paths.length - maxListed;
  return paths.slice(0, maxListed).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
