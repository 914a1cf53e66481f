import { once } from 'node:events';
import { basename, join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { terminal } from '../terminal/terminal.ts';

/** Milliseconds of quiet after a change before it is acted on: editors write in several steps. */
const quiet = 25;

/** Names that a content folder ignores, such as the swap files of editors. */
const ignored = /(?:^|[\\/])(?:[_.][^\\/]*|node_modules|[^\\/]*~)(?:[\\/]|$)/u;

/** Which files may have changed, by their paths below the folder; `all`: any of them. */
export type Touched = 'all' | ((path: string) => boolean);

/**
 * Calls `changed` after each change of a folder, one call at a time, with what was touched. What is
 * ignored there is no change. Node's own recursive watcher loses files that an editor replaces by a
 * rename.
 *
 * @returns what ends it, when no change is missed any more
 */
export async function watchFolder(
  folder: string,
  changed: (touched: Touched) => Promise<void>,
): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  let paths = new Set<string>();
  const schedule = (path: string) => {
    paths.add(relative(folder, path).split(sep).join('/').normalize('NFC'));
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last
        .then(() => {
          const touched = isBelow(paths);
          paths = new Set();
          return changed(touched);
        })
        .catch((error) => terminal().warn(String(error)));
    }, quiet);
  };
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path) => ignored.test(path.slice(folder.length)),
  });
  // Raw events come first, and also of files that are gone before the watcher has looked at them.
  // What was in a new folder before it was watched is no raw event.
  watcher.on('all', (event, path) => {
    if (event !== 'change') schedule(path);
  });
  watcher.on('raw', (_, name, details) => {
    if (name && ignored.test(name)) return;
    const { watchedPath } = details as { readonly watchedPath: string };
    const isItself = !name || basename(watchedPath) === name;
    if (isItself) schedule(watchedPath);
    if (name) schedule(join(watchedPath, name));
  });
  watcher.on('error', (error) => terminal().warn(String(error)));
  await once(watcher, 'ready');
  return () => watcher.close();
}

/** Whether a path is one of these, or lies in one of them: a folder may have come or gone whole. */
function isBelow(paths: ReadonlySet<string>): Touched {
  if (paths.has('') || [...paths].some((path) => path.startsWith('..'))) return 'all';
  return (path) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
      if (paths.has(path.slice(0, end))) return true;
    return false;
  };
}
