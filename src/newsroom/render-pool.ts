import { availableParallelism } from 'node:os';
import type { ContentFile } from '../content/article/content-file.ts';
import type { DataHashes } from '../content/article/read-data-files.ts';
import type { OwnWords } from '../language/words-for.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import { type Loss, runJobs } from '../system/processes/run-jobs.ts';
import { workerScript } from '../system/processes/worker-script.ts';
import { terminal } from '../system/terminal/terminal.ts';
import type { BundledSteps } from '../theme/bundle-steps.ts';

/** A content file to read and render, as it is sent to a child process. */
export interface RenderJob {
  readonly path: string;
  readonly file: string;
  readonly contentDir: string;
  readonly cacheDir: string;
  /** See `projectFiles`. */
  readonly project: readonly string[];
  readonly languages: readonly string[];
  readonly nesting: number;
  readonly timeZone?: string;
  readonly version: string;
}

export interface RenderReport {
  readonly path: string;
  readonly content?: ContentFile;
  /** The SHA-256 of the file, empty where it could not be read; absent where the child was lost. */
  readonly bytes?: string;
  /** The data files that were read for it. */
  readonly data?: DataHashes;
  /** Given in place of `content` where there is an error: what can be read of it. */
  readonly faulty?: ContentFile;
  readonly problems: readonly Problem[];
}

/** The number of jobs that a child has at a time, so that it does not wait for the next. */
const jobsAhead = 8;

/** One child process is started for this many jobs. */
const jobsPerChild = 24;

/** What all jobs share. */
export interface RenderShared {
  /** Words of the interface that the publication changes or adds. */
  readonly words?: OwnWords | undefined;
  readonly steps?: BundledSteps | undefined;
}

/** With steps of the publication, the other texts are not tried after so many have been lost. */
const maxLosses = 3;

export interface PoolOptions {
  /** Seconds that one article may take. */
  readonly seconds: number;
  /** The script of child processes. Default: render-worker.ts. */
  readonly worker?: string;
  readonly shared?: RenderShared;
  /** Whether to keep a child process ready for the next call. Default: false. */
  readonly keepReady?: boolean;
}

/**
 * Renders content files in child processes, one for each core. A file whose child crashes or times out is
 * an error, and a new child gets the other jobs.
 *
 * @throws {Error} of the disk where the cache cannot be written, with its `code` and `path`
 */
export async function renderFiles(
  jobs: readonly RenderJob[],
  { seconds, worker, shared, keepReady = false }: PoolOptions,
): Promise<RenderReport[]> {
  const queue = [...jobs].reverse();
  const reports: RenderReport[] = [];
  const stop = new AbortController();
  const lose = (job: RenderJob, loss: Loss) =>
    reports.push({
      path: job.path,
      problems: [lost(job, loss === 'time', seconds, shared?.steps)],
    });
  let losses = 0;
  await runJobs<RenderJob, RenderReport>({
    script: worker ?? workerScript('newsroom/render-worker'),
    children: Math.min(availableParallelism(), Math.ceil(jobs.length / jobsPerChild)),
    ahead: jobsAhead,
    timeoutSeconds: seconds,
    shared,
    keepReady,
    next: () => queue.pop(),
    onReport: (report, held) => {
      reports.push(report);
      terminal().progress('Articles read', { done: reports.length, total: jobs.length });
      return held.find(({ path }) => path === report.path);
    },
    onLost: (job, loss) => {
      lose(job, loss);
      losses += 1;
      if (shared?.steps === undefined || losses < maxLosses || stop.signal.aborted) return;
      // The step probably hangs in each text.
      stop.abort();
      const known = new Set(reports.map(({ path }) => path));
      for (const other of jobs) if (!known.has(other.path)) lose(other, loss);
    },
    signal: stop.signal,
  });
  return reports;
}

function lost(
  job: RenderJob,
  timedOut: boolean,
  seconds: number,
  steps: BundledSteps | undefined,
): Problem {
  const others =
    'split the article, simplify its mark-up, or raise `limits:` in publication.yaml';
  return {
    severity: 'error',
    file: job.file,
    line: 1,
    column: 1,
    field: 'text',
    message: wrongValue(
      `text that can be rendered within ${seconds} s`,
      timedOut ? 'no result in that time' : 'a crash of the renderer',
    ),
    cure: steps ? `correct ${steps.file}, whose steps read each text; or ${others}` : others,
    ...(steps ? { once: `lost in ${steps.hash}` } : {}),
  };
}
