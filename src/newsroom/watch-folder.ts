import { type FSWatcher, lstatSync, readdirSync, statSync, watch } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { terminal } from '../system/terminal/terminal.ts';
import { isIgnored } from './find-content-files.ts';

/** Says which files may have changed, by their paths below the folder; `all`: any of them. */
export type Touched = 'all' | ((path: string) => boolean);

/** The delay after the last change in milliseconds, since editors write files in several steps. */
const delay = 25;

/**
 * Calls `changed` after each change of a folder, one call at a time, with what was touched. Also when the
 * folder itself is removed or restored. Changes of ignored files do not count. Every change after the
 * return counts. `project`: see `projectFiles`.
 *
 * @returns a function that stops watching
 */
export function watchFolder(
  folder: string,
  changed: (touched: Touched) => Promise<void>,
  project: readonly string[] = [],
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  let paths = new Set<string>();
  const tell = (path: string) => {
    if (isIgnored(path, project)) return;
    paths.add(path.split(sep).join('/').normalize('NFC'));
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last
        .then(() => {
          const touched = isBelow(paths);
          paths = new Set();
          return changed(touched);
        })
        .catch((error) => terminal().warn(String(error)));
    }, delay);
  };
  const end = start(folder, project, tell);
  return () => {
    clearTimeout(timer);
    end();
  };
}

/** Starts to watch a folder. Calls `tell` with the path below it of each changed file or folder. */
function start(
  folder: string,
  project: readonly string[],
  tell: (path: string) => void,
): () => void {
  // The variables of other tools.
  const { CHOKIDAR_USEPOLLING: polling = '', CHOKIDAR_INTERVAL } = process.env;
  const poll = () => pollChanges(folder, project, tell, Number(CHOKIDAR_INTERVAL) || 1000);
  if (!['', '0', 'false'].includes(polling.toLowerCase())) return poll();
  let end = hearChanges(folder, project, tell, (reason) => {
    terminal().warn(
      `${folder}: ${reason}. The preview looks for changes once a second instead. To see them at once, raise the limit: sudo sysctl fs.inotify.max_user_watches=1048576 fs.inotify.max_user_instances=1024`,
    );
    end = poll();
    tell('');
  });
  return () => end();
}

/** Whether a path is one of these or below one of them, since a whole folder may have changed. */
function isBelow(paths: ReadonlySet<string>): Touched {
  if (paths.has('')) return 'all';
  return (path) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
      if (paths.has(path.slice(0, end))) return true;
    return false;
  };
}

/**
 * Whether the system can watch a folder recursively. Elsewhere each folder has its own watcher, since
 * Node's recursive one loses files that an editor replaces by a rename.
 */
const isRecursive = ['darwin', 'win32'].includes(process.platform);

/** How often to check that the folder exists and is still the same, in milliseconds. */
const checkInterval = 200;

/**
 * Watches a folder by events of the system. Watches folders, not single files; does not follow links to
 * folders.
 *
 * @param giveUp called with the reason where the system does not allow more watchers
 */
function hearChanges(
  folder: string,
  project: readonly string[],
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
    // Later, since the caller of `hearChanges` cannot end it yet.
    setImmediate(giveUp, `the system’s limit for watched folders is reached (${error.code})`);
  };
  const follow = (path: string) => {
    if (isOver || isIgnored(path, project)) return;
    const place = join(folder, path);
    try {
      // Before its folders are listed, to see changes meanwhile.
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
    // A folder may have been added, removed or replaced.
    forget(below);
    if (isFolder(join(folder, below))) follow(below);
  };
  let inode: number | undefined;
  const isSame = () => inodeOf(folder) === inode;
  /** Watches the folder if it exists. */
  const begin = () => {
    inode = inodeOf(folder);
    if (inode !== undefined) follow('');
  };
  // There are no events for a link with a new target, or a renamed parent folder.
  const timer = setInterval(() => {
    if (!isSame()) lose();
  }, checkInterval);
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

/** Checks a folder every `pause` milliseconds, and calls `tell` with each path whose size or time differs. */
function pollChanges(
  folder: string,
  project: readonly string[],
  tell: (path: string) => void,
  pause: number,
): () => void {
  let known = look(folder, project);
  let timer: NodeJS.Timeout;
  const again = () => {
    const started = performance.now();
    const now = look(folder, project);
    for (const path of new Set([...known.keys(), ...now.keys()]))
      if (known.get(path) !== now.get(path)) tell(path);
    known = now;
    // Less often on a slow drive.
    timer = setTimeout(again, Math.max(pause, 10 * (performance.now() - started)));
  };
  timer = setTimeout(again, pause);
  return () => clearTimeout(timer);
}

/** The size, times and inode of each file by its path, and the inode of the folder itself. */
function look(folder: string, project: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (path: string) => {
    for (const entry of list(join(folder, path))) {
      const below = join(path, entry.name);
      if (isIgnored(below, project)) continue;
      // Does not follow links to folders.
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
