import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import sharp from 'sharp';
import { runJobs } from '../../system/processes/run-jobs.ts';
import { workerScript } from '../../system/processes/worker-script.ts';
import { recogniseFormat } from './open-picture.ts';
import { loadPrepared, type Prepared, type PrepareOptions } from './prepare-picture.ts';
import { UnusablePicture } from './prepared-picture.ts';

/** A picture to prepare. */
export interface PictureJob extends PrepareOptions {
  /** Of the file. */
  readonly path: string;
}

/** What a child process reports of a job. */
export type PictureReport =
  | { readonly prepared: Prepared }
  | { readonly unusable: Pick<UnusablePicture, 'got' | 'cure'> };

export interface PicturePoolOptions {
  /** Seconds that one picture may take; some take half a minute where much else is going on. */
  readonly seconds?: number;
  /** Seconds that an SVG may take: a few bytes of one may take for ever to draw. */
  readonly vectorSeconds?: number;
  /** The child's script; default: picture-worker.ts. */
  readonly worker?: string;
  /** Called with each picture that is made: the number of those made, and of all. */
  readonly tell?: (done: number, total: number) => void;
}

/** Pictures that are made at once: each takes a core and some 250 MB. */
const atOnce = Math.min(availableParallelism(), 4);

/** Pixels above which pictures are made one at a time: each may need a gigabyte. */
const large = 40_000_000;

/** Pictures after which a child is replaced: only then is memory freed that native code fragmented. */
const picturesPerChild = 20;

/**
 * Prepares pictures in child processes, in the order of `jobs`; those that were made before
 * are only looked up. A picture that cannot be published is the error that says why
 * (`UnusablePicture`), also where it crashes a decoder or takes too long; all others are made.
 *
 * @throws {Error} of the disk or of this program
 */
export async function preparePictures(
  jobs: readonly PictureJob[],
  { seconds = 300, vectorSeconds = 60, worker, tell }: PicturePoolOptions = {},
): Promise<(Prepared | UnusablePicture)[]> {
  const known = await pLimit(atOnce).map(jobs, (job) => loadPrepared(job.path, job));
  const left = jobs.filter((_, index) => known[index] === undefined);
  const looks = await pLimit(atOnce).map(left, lookAt);
  const made = new Map<PictureJob, Prepared | UnusablePicture>();
  const isLarge = (index: number) => (looks[index]?.pixels ?? 0) > large;
  const vectors = new Set(left.filter((_, index) => looks[index]?.isVector));
  const secondsFor = (job: PictureJob) =>
    vectors.has(job) ? Math.min(seconds, vectorSeconds) : seconds;
  const add = (job: PictureJob, outcome: Prepared | UnusablePicture) => {
    made.set(job, outcome);
    tell?.(made.size, left.length);
  };
  if (left.length > 0) tell?.(0, left.length);
  for (const [queue, children] of [
    [left.filter((_, index) => isLarge(index)), 1],
    [left.filter((_, index) => !isLarge(index)), atOnce],
  ] as const)
    await runJobs<PictureJob, PictureReport>({
      script: worker ?? workerScript('outputs/pictures/picture-worker'),
      children: Math.min(children, queue.length),
      timeoutSeconds: secondsFor,
      jobsPerChild: picturesPerChild,
      // Few arenas: memory that one thread gave back is there for the others.
      env: { MALLOC_ARENA_MAX: '2' },
      next: () => queue.shift(),
      onReport: (report, [job]) => {
        if (job && 'prepared' in report) add(job, report.prepared);
        else if (job && 'unusable' in report)
          add(job, new UnusablePicture(report.unusable.got, report.unusable.cure));
        return job;
      },
      onLost: (job, loss, code) => {
        // Windows has no signals: a program that crashes ends with a large code.
        if (loss === 'crash' && code !== null && code <= 128)
          throw new Error(`the process that makes pictures ended with ${code}`);
        const got =
          loss === 'time'
            ? `a file that is not read within ${secondsFor(job)} s`
            : 'a file on which the decoder crashed';
        add(job, new UnusablePicture(got, 'save it again as JPEG or PNG'));
      },
    });
  return jobs.map((job, index) => known[index] ?? (made.get(job) as Prepared));
}

/** What is opened here for its size: decoders of these read no more than a header. */
const rasters: readonly string[] = ['jpg', 'png', 'gif', 'webp', 'avif', 'heic', 'heif', 'tif'];

/**
 * Pixels of all frames by the header; 0 where it cannot be read. A drawing is only read in a child:
 * it would have to be read whole, and it is never made larger than pages show it.
 */
async function lookAt({ path }: PictureJob): Promise<{ pixels: number; isVector: boolean }> {
  const format = await recogniseFormat(await readStart(path));
  const metadata = rasters.includes(format ?? '')
    ? await sharp(path)
        .metadata()
        .catch(() => undefined)
    : undefined;
  const pixels = metadata ? metadata.width * metadata.height * (metadata.pages ?? 1) : 0;
  return { pixels, isVector: format === 'svg' };
}

/** As many bytes as its format is recognised by. */
async function readStart(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4100), 0, 4100, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
