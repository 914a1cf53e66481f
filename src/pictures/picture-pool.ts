import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import sharp from 'sharp';
import { loadPrepared, type Prepared, type PrepareOptions } from './prepare-picture.ts';
import { UnusablePicture } from './unusable-picture.ts';

/** A picture to be made ready. */
export interface PictureJob extends PrepareOptions {
  /** Of the file. */
  readonly path: string;
}

/** What a child process tells of a job. */
export type PictureReport =
  | { readonly prepared: Prepared }
  | { readonly unusable: Pick<UnusablePicture, 'got' | 'cure'> }
  | {
      readonly failed: {
        readonly message: string;
        readonly code?: string;
        readonly path?: string;
      };
    };

export interface PicturePoolOptions {
  /** The project's folder. */
  readonly root: string;
  /** Seconds that one picture may take; some take half a minute where much else is going on. */
  readonly seconds?: number;
  /** The child's script; default: picture-worker.ts. */
  readonly worker?: string;
  /** Called with each picture that is made: how many are, and of how many. */
  readonly tell?: (done: number, total: number) => void;
}

/**
 * How many pictures are made at once: one a core, and no more than have room beside each other
 * in memory (some 250 MB each).
 */
const atOnce = Math.min(availableParallelism(), 4);

/** Pixels from which on pictures are made one at a time: each may need a gigabyte. */
const large = 40_000_000;

/** Pictures after which a child is replaced: what native code has in pieces is given back. */
const picturesPerChild = 20;

/**
 * Makes pictures ready in child processes, in the order of `jobs`; those that were made before
 * are only looked up. A picture that cannot be published is the error that says why
 * (`UnusablePicture`): one that crashes a decoder or takes too long is such a picture, not the end.
 *
 * @throws {Error} of the disk or of this program
 */
export async function preparePictures(
  jobs: readonly PictureJob[],
  options: PicturePoolOptions,
): Promise<(Prepared | UnusablePicture)[]> {
  const known = await pLimit(atOnce).map(jobs, (job) => loadPrepared(job.path, job));
  const left = jobs.filter((_, index) => known[index] === undefined);
  const sizes = await pLimit(atOnce).map(left, measure);
  const made = new Map<PictureJob, Prepared | UnusablePicture>();
  const isLarge = (index: number) => (sizes[index] ?? 0) > large;
  const phases = [
    { queue: left.filter((_, index) => isLarge(index)), children: 1 },
    { queue: left.filter((_, index) => !isLarge(index)), children: atOnce },
  ];
  const tell = () => options.tell?.(made.size, left.length);
  if (left.length > 0) tell();
  for (const { queue, children } of phases) {
    const runUntilDone = async () => {
      while (queue.length > 0) await runChild(queue, made, { ...options, tell });
    };
    await Promise.all(Array.from({ length: Math.min(children, queue.length) }, runUntilDone));
  }
  return jobs.map((job, index) => known[index] ?? (made.get(job) as Prepared));
}

/** Pixels of all frames, as the header has it; 0 where there is none that can be read. */
async function measure({ path }: PictureJob): Promise<number> {
  const metadata = await sharp(path)
    .metadata()
    .catch(() => undefined);
  return metadata ? metadata.width * metadata.height * (metadata.pages ?? 1) : 0;
}

/** A child that takes jobs from a queue, one after the other, until it is used up or gone. */
function runChild(
  queue: PictureJob[],
  made: Map<PictureJob, Prepared | UnusablePicture>,
  { root, seconds = 300, worker, tell }: PicturePoolOptions & { readonly tell: () => void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(worker ?? join(root, 'src/pictures/picture-worker.ts'), {
      // Few arenas: memory that one thread gave back is there for the others.
      env: { ...process.env, MALLOC_ARENA_MAX: '2' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let taken = 0;
    let current: PictureJob | undefined;
    let timer: NodeJS.Timeout | undefined;
    let timedOut = false;
    let fault: Error | undefined;
    const next = () => {
      clearTimeout(timer);
      current = taken < picturesPerChild && !fault ? queue.shift() : undefined;
      if (!current) {
        child.disconnect();
        return;
      }
      taken += 1;
      child.send(current, () => undefined);
      timer = setTimeout(() => {
        timedOut = true;
        child.kill('SIGKILL');
      }, seconds * 1000);
    };
    child.on('message', (report: PictureReport) => {
      const job = current as PictureJob;
      if ('prepared' in report) made.set(job, report.prepared);
      else if ('unusable' in report)
        made.set(job, new UnusablePicture(report.unusable.got, report.unusable.cure));
      else {
        const { message, ...place } = report.failed;
        fault = Object.assign(new Error(`${job.path}: ${message}`), place);
      }
      tell();
      next();
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      // Windows has no signals: a program that crashes ends with a large code.
      const crashed = signal !== null || (code ?? 0) > 128;
      if (current && crashed) made.set(current, lost(timedOut, seconds));
      else if (current) fault = new Error(`the process that makes pictures ended with ${code}`);
      if (fault) reject(fault);
      else resolve();
    });
    next();
  });
}

function lost(timedOut: boolean, seconds: number): UnusablePicture {
  const got = timedOut
    ? `a file that is not read within ${seconds} s`
    : 'a file on which the decoder crashed';
  return new UnusablePicture(got, 'save it again as JPEG or PNG');
}
