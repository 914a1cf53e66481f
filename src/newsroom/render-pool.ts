import { availableParallelism } from 'node:os';
import type { ContentFile } from '../content/article/content-file.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import { runJobs } from '../system/processes/run-jobs.ts';
import { workerScript } from '../system/processes/worker-script.ts';
import { terminal } from '../system/terminal/terminal.ts';

/** One content to read and render, with all that its child process needs to know. */
export interface RenderJob {
  readonly path: string;
  readonly file: string;
  readonly contentDir: string;
  readonly cacheDir: string;
  readonly languages: readonly string[];
  readonly nesting: number;
  readonly version: string;
}

export interface RenderReport {
  readonly path: string;
  readonly content?: ContentFile;
  /** SHA-256 of the bytes that were read; absent where none were. */
  readonly bytes?: string;
  /** In its place where there is an error: what can be read of it. */
  readonly faulty?: ContentFile;
  readonly problems: readonly Problem[];
}

/** Jobs that a child has at a time, so that it need not wait for the next. */
const jobsAhead = 8;

/** Fewer jobs than this are not worth another process. */
const jobsPerChild = 24;

export interface PoolOptions {
  /** Seconds that one article may take. */
  readonly seconds: number;
  /** The child's script; default: render-worker.ts. */
  readonly worker?: string;
  /** Whether a child is kept ready for the next call. */
  readonly keepReady?: boolean;
}

/**
 * Renders contentFiles in child processes, one for each core. A content whose child exceeds its time or
 * dies becomes one error, its child's other jobs go to a fresh child, and all else goes on.
 * Throws where the cache cannot be written, with the `code` and `path` of the disk's error.
 */
export async function renderFiles(
  jobs: readonly RenderJob[],
  { seconds, worker, keepReady = false }: PoolOptions,
): Promise<RenderReport[]> {
  const queue = [...jobs].reverse();
  const reports: RenderReport[] = [];
  await runJobs<RenderJob, RenderReport>({
    script: worker ?? workerScript('newsroom/render-worker'),
    children: Math.min(availableParallelism(), Math.ceil(jobs.length / jobsPerChild)),
    ahead: jobsAhead,
    timeoutSeconds: seconds,
    keepReady,
    next: () => queue.pop(),
    onReport: (report, held) => {
      reports.push(report);
      terminal().progress('Articles read', { done: reports.length, total: jobs.length });
      return held.find(({ path }) => path === report.path);
    },
    onLost: (job, loss) =>
      reports.push({ path: job.path, problems: [lost(job, loss === 'time', seconds)] }),
  });
  return reports;
}

function lost(job: RenderJob, timedOut: boolean, seconds: number): Problem {
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
    cure: 'split the article, simplify its mark-up, or raise `limits:` in publication.yaml',
  };
}
