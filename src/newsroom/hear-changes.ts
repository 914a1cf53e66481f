import { type FSWatcher, lstatSync, readdirSync, statSync, watch } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { isIgnored } from './find-content-files.ts';

/**
 * Where the system watches a folder with all that is below it. Elsewhere each folder has a watcher of
 * its own, since Node's recursive one loses files that an editor replaces by a rename.
 */
const isRecursive = ['darwin', 'win32'].includes(process.platform);

/** Milliseconds between two looks at whether the folder is there, and still the same one. */
const pause = 200;

/**
 * Has the system tell of changes. Files are not watched one by one: a folder tells of its files.
 * Folders that links lead to are not watched by way of the link.
 *
 * @param giveUp called with the reason where the system refuses to watch more folders
 */
export function hearChanges(
  folder: string,
  tell: (path: string) => void,
  giveUp: (reason: string) => void,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  let isOver = false;

  const forget = (path: string) => {
    for (const [watched, watcher] of watchers) {
      if (path !== '' && watched !== path && !watched.startsWith(path + sep)) continue;
      watchers.delete(watched);
      watcher.close();
    }
  };
  const end = () => {
    isOver = true;
    clearInterval(timer);
    forget('');
  };
  const failed = (error: NodeJS.ErrnoException) => {
    if (isOver || !['ENOSPC', 'EMFILE', 'ENFILE'].includes(error.code ?? '')) return;
    end();
    // Not within `hearChanges`, whose caller does not know yet how to end it.
    setImmediate(giveUp, `the system’s limit for watched folders is reached (${error.code})`);
  };
  const follow = (path: string) => {
    if (isOver || isIgnored(path)) return;
    const place = join(folder, path);
    try {
      // First of all: what comes while its folders are listed is told.
      const watcher = watch(place, { recursive: isRecursive }, (event, name) =>
        hear(path, event, name),
      );
      watcher.on('error', failed);
      watchers.set(path, watcher);
      if (isRecursive) return;
      for (const entry of readdirSync(place, { withFileTypes: true }))
        if (entry.isDirectory()) follow(join(path, entry.name));
    } catch (error) {
      failed(error as NodeJS.ErrnoException);
    }
  };
  const hear = (path: string, event: string, name: string | null) => {
    if (isOver) return;
    if (path === '' && (name === null || name === basename(folder)) && !isSame()) return lose();
    if (name === null) return tell(path);
    const below = join(path, name);
    tell(below);
    if (event !== 'rename' || isRecursive) return;
    // A folder came, or went, or another has its name.
    forget(below);
    if (isFolder(join(folder, below))) follow(below);
  };
  let inode: number | undefined;
  const isSame = () => inodeOf(folder) === inode;
  /** Watches the folder, as soon as it is there. */
  const begin = () => {
    inode = inodeOf(folder);
    if (inode !== undefined) follow('');
  };
  // No system tells of a link that leads elsewhere now, or of a folder above that was renamed.
  const timer = setInterval(() => {
    if (!isSame()) lose();
  }, pause);
  const lose = () => {
    forget('');
    begin();
    tell('');
  };
  begin();
  return end;
}

function inodeOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.ino;
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
