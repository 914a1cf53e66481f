import { availableParallelism } from 'node:os';
import { runJobs } from '../../system/processes/run-jobs.ts';
import { workerScript } from '../../system/processes/worker-script.ts';
import { terminal } from '../../system/terminal/terminal.ts';
import type { DrawnResult } from './card-store.ts';
import type { ShareCard } from './share-card.ts';

/** A card to draw, as it is sent to a child process. */
export interface CardJob {
  readonly key: string;
  readonly card: ShareCard;
}

/** The folders that all jobs share. Absolute paths. */
export interface CardFolders {
  readonly contentDir: string;
  readonly cacheDir: string;
}

export interface CardReport {
  readonly key: string;
  readonly result: DrawnResult | { readonly failure: string };
}

/** One child process is started for this many cards. */
const jobsPerChild = 12;

export interface DrawOptions extends CardFolders {
  /** The timeout for one card. */
  readonly timeoutSeconds: number;
  /** The script of child processes. Default: card-worker.ts. */
  readonly worker?: string;
}

/**
 * Draws cards in child processes, one for each core. A card whose process crashes or times out is
 * reported as a failure, and a new process draws the others.
 *
 * @throws {Error} of the disk where the cache cannot be written
 */
export async function drawCards(
  jobs: readonly CardJob[],
  { timeoutSeconds, worker, ...folders }: DrawOptions,
): Promise<CardReport[]> {
  const queue = [...jobs].reverse();
  const reports: CardReport[] = [];
  await runJobs<CardJob, CardReport>({
    script: worker ?? workerScript('outputs/share-card/card-worker'),
    children: Math.min(availableParallelism(), Math.ceil(jobs.length / jobsPerChild)),
    timeoutSeconds,
    next: () => queue.pop(),
    toMessage: (job) => ({ ...job, folders }),
    onReport: (report, [job]) => {
      reports.push(report);
      terminal().progress('Share cards', { done: reports.length, total: jobs.length });
      return job;
    },
    onLost: ({ key }, loss) => {
      const failure =
        loss === 'time' ? `no card within ${timeoutSeconds} s` : 'a crash of the renderer';
      reports.push({ key, result: { failure } });
    },
  });
  return reports;
}
