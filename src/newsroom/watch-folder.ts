import { once } from 'node:events';
import { watch } from 'chokidar';
import { terminal } from '../terminal/terminal.ts';

/**
 * Milliseconds of quiet after a change before it is acted on: editors write in several steps, and
 * the watcher leaves out changes of a file for 50 ms after one.
 */
const quiet = 60;

/** Names that a content folder ignores, such as the swap files of editors. */
const ignored = /(?:^|[\\/])(?:[_.][^\\/]*|node_modules|[^\\/]*~)(?:[\\/]|$)/u;

/**
 * Calls `changed` after each change of a folder, one call at a time. What is ignored there is no
 * change. Node's own recursive watcher loses files that an editor replaces by a rename.
 *
 * @returns when no change is missed any more
 */
export async function watchFolder(folder: string, changed: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(changed).catch((error) => terminal().warn(String(error)));
    }, quiet);
  };
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path) => ignored.test(path.slice(folder.length)),
  });
  watcher.on('all', schedule);
  // A file that is gone before the watcher has looked at it is no event of the kind above.
  watcher.on('raw', (_, path) => {
    if (!ignored.test(path)) schedule();
  });
  watcher.on('error', (error) => terminal().warn(String(error)));
  await once(watcher, 'ready');
}
