import { sep } from 'node:path';
import { terminal } from '../system/terminal/terminal.ts';
import { isIgnored } from './find-content-files.ts';
import { hearChanges } from './hear-changes.ts';
import { pollChanges } from './poll-changes.ts';

/** Which files may have changed, by their paths below the folder; `all`: any of them. */
export type Touched = 'all' | ((path: string) => boolean);

/** Milliseconds of quiet after a change before it is acted on: editors write in several steps. */
const quiet = 25;

/**
 * Calls `changed` after each change of a folder, one call at a time, with what was touched. Also
 * when the folder itself is removed, and when it is there again. What is ignored there is no change.
 *
 * @returns what ends it; no change is missed any more
 */
export function watchFolder(
  folder: string,
  changed: (touched: Touched) => Promise<void>,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  let paths = new Set<string>();
  const tell = (path: string) => {
    if (isIgnored(path)) return;
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
    }, quiet);
  };
  const end = start(folder, tell);
  return () => {
    clearTimeout(timer);
    end();
  };
}

/** Starts to watch a folder. `tell` gets the path, below it, of each file or folder that may have changed. */
function start(folder: string, tell: (path: string) => void): () => void {
  // Names that people know from other tools.
  const { CHOKIDAR_USEPOLLING: polling = '', CHOKIDAR_INTERVAL } = process.env;
  const poll = () => pollChanges(folder, tell, Number(CHOKIDAR_INTERVAL) || 1000);
  if (!['', '0', 'false'].includes(polling.toLowerCase())) return poll();
  let end = hearChanges(folder, tell, (reason) => {
    terminal().warn(
      `${folder}: ${reason}. The preview looks for changes once a second instead. To see them at once, raise the limit: sudo sysctl fs.inotify.max_user_watches=1048576 fs.inotify.max_user_instances=1024`,
    );
    end = poll();
    tell('');
  });
  return () => end();
}

/** Whether a path is one of these, or lies in one of them: a folder may have come or gone whole. */
function isBelow(paths: ReadonlySet<string>): Touched {
  if (paths.has('')) return 'all';
  return (path) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
      if (paths.has(path.slice(0, end))) return true;
    return false;
  };
}
