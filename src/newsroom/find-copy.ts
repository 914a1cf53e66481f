import { lstat, readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Problem } from '../problems/problem.ts';

/** What lies in a content folder. Paths below it, with `/`, in a fixed order. */
export interface FoundFiles {
  readonly copies: readonly string[];
  /** Everything else: pictures, documents. */
  readonly others: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Walks a content folder. README.md and names that begin with `_` or `.` are left alone.
 * Links are followed only where they stay inside the folder, so that no article can publish
 * what lies outside. `shown` is the folder as problems name it.
 */
export async function findCopy(folder: string, shown: string): Promise<FoundFiles> {
  const root = await realpath(folder);
  const copies: string[] = [];
  const others: string[] = [];
  const problems: Problem[] = [];
  const refuse = (path: string, expected: string, got: string, cure: string) => {
    const place = { file: `${shown}/${path}`, line: 1, column: 1, field: 'file' };
    problems.push({ severity: 'error', ...place, expected, got, cure });
  };
  const visit = async (path: string, parents: readonly string[]): Promise<void> => {
    const entries = await readdir(join(root, path), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (/^[_.]/u.test(entry.name) || entry.name === 'node_modules') continue;
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      let kind: 'folder' | 'file' | 'other' = entry.isDirectory()
        ? 'folder'
        : entry.isFile()
          ? 'file'
          : 'other';
      if (entry.isSymbolicLink()) {
        const target = await realpath(join(root, below)).catch(() => undefined);
        if (target === undefined || !isInside(root, target)) {
          const got =
            target === undefined
              ? 'a link that leads nowhere'
              : 'a symbolic link that leaves it';
          refuse(below, 'a file inside the content folder', got, 'copy the file here');
          continue;
        }
        if (parents.includes(target)) continue;
        const status = await lstat(target);
        kind = status.isDirectory() ? 'folder' : status.isFile() ? 'file' : 'other';
      }
      if (kind === 'folder')
        await visit(below, [...parents, await realpath(join(root, below))]);
      else if (kind === 'file') sort(below);
    }
  };
  const sort = (path: string) => {
    if (!/\.md$/iu.test(path)) others.push(path);
    else if (!/(?:^|\/)readme\.md$/iu.test(path)) copies.push(path);
  };
  await visit('', [root]);
  return { copies, others: others.filter((path) => path !== 'publication.yaml'), problems };
}

function isInside(root: string, target: string): boolean {
  const path = relative(root, target);
  return (
    path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && !path.startsWith('/'))
  );
}
