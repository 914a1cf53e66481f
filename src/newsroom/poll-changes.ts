import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isIgnored } from './find-content-files.ts';

/** Looks at a folder every `pause` milliseconds and tells of each path whose size or time is another. */
export function pollChanges(
  folder: string,
  tell: (path: string) => void,
  pause: number,
): () => void {
  let known = look(folder);
  let timer: NodeJS.Timeout;
  const again = () => {
    const started = performance.now();
    const now = look(folder);
    for (const path of new Set([...known.keys(), ...now.keys()]))
      if (known.get(path) !== now.get(path)) tell(path);
    known = now;
    // A slow drive is not looked at all the time.
    timer = setTimeout(again, Math.max(pause, 10 * (performance.now() - started)));
  };
  timer = setTimeout(again, pause);
  return () => clearTimeout(timer);
}

/** Size, time and inode of each file by its path; of the folder itself, whether it is there. */
function look(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (path: string) => {
    for (const entry of list(join(folder, path))) {
      const below = join(path, entry.name);
      if (isIgnored(below)) continue;
      // A folder that a link leads to is looked at where it is.
      if (entry.isDirectory()) visit(below);
      else found.set(below, stateOf(join(folder, below)));
    }
  };
  found.set('', String(statSync(folder, { throwIfNoEntry: false })?.ino));
  visit('');
  return found;
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function stateOf(path: string): string {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    return [size, mtimeMs, ctimeMs, ino].join();
  } catch {
    return '';
  }
}
