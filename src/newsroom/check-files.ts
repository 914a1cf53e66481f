import { accessSync, constants, statSync } from 'node:fs';
import type { Story } from '../content/article/article.ts';
import { pathOnDisk } from '../outputs/pictures/path-on-disk.ts';
import { cardFilePath } from '../publication/edition/card-file-path.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import type { FileMemory } from './live-memory.ts';
import type { NamedFile } from './prepare-assets.ts';

/** Bytes that a picture or document may have: each is held in memory as a whole. */
const maxSize = 1_000_000_000;

/**
 * Files that articles name and that cannot be read: too large, or not allowed. Each is a problem
 * of every article that names it, so that one file never ends a build.
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
      const expected = 'a file that can be read, of at most 1 GB';
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

/** The pictures that articles bring as their share cards. */
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
    if (size > maxSize) {
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
