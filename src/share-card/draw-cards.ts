import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { CardFolders, CardJob, CardReport } from './card-job.ts';

/** Fewer cards than this are not worth another process. */
const jobsPerChild = 12;

export interface DrawOptions extends CardFolders {
  /** Seconds that one card may take. */
  readonly seconds: number;
  /** The child's script; default: card-worker.ts. */
  readonly worker?: string;
}

/**
 * Draws cards in child processes, one for each core. A card whose process exceeds its time or dies
 * is a failure of its own; all else goes on in a fresh one.
 */
export async function drawCards(
  jobs: readonly CardJob[],
  { seconds, worker, ...folders }: DrawOptions,
): Promise<CardReport[]> {
  const queue = [...jobs].reverse();
  const reports: CardReport[] = [];
  const script = worker ?? join(folders.root, 'src/share-card/card-worker.ts');
  const runChild = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(script, [JSON.stringify(folders)], {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      let underWay: CardJob | undefined;
      let timer: NodeJS.Timeout | undefined;
      let timedOut = false;
      const next = () => {
        clearTimeout(timer);
        underWay = queue.pop();
        if (!underWay) {
          child.disconnect();
          return;
        }
        timer = setTimeout(() => {
          timedOut = true;
          child.kill('SIGKILL');
        }, seconds * 1000);
        child.send(underWay, () => undefined);
      };
      child.on('message', (report: CardReport) => {
        reports.push(report);
        next();
      });
      child.on('error', reject);
      child.on('exit', () => {
        clearTimeout(timer);
        const failure = timedOut ? `no card within ${seconds} s` : 'a crash of the renderer';
        if (underWay) reports.push({ key: underWay.key, result: { failure } });
        resolve();
      });
      next();
    });
  const runUntilDone = async () => {
    while (queue.length > 0) await runChild();
  };
  const size = Math.min(availableParallelism(), Math.ceil(jobs.length / jobsPerChild));
  await Promise.all(Array.from({ length: size }, runUntilDone));
  return reports;
}
