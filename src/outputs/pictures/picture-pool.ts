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
  /** The path of its file. */
  readonly path: string;
}

/** What a child process reports of a job. */
export type PictureReport =
  | { readonly prepared: Prepared }
  | { readonly unusable: Pick<UnusablePicture, 'got' | 'cure'> };

export interface PicturePoolOptions {
  /** The timeout for one picture. On a busy machine, some take half a minute. Default: 300. */
  readonly timeoutSeconds?: number;
  /** The timeout for an SVG, which may take very long to draw even if it is small. Default: 60. */
  readonly vectorTimeoutSeconds?: number;
  /** The script of child processes. Default: picture-worker.ts. */
  readonly worker?: string;
  /** Called after each picture with the numbers of finished ones and of all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** How many pictures are made at the same time. Each needs a core and some 250 MB. */
const concurrency = Math.min(availableParallelism(), 4);

/** Pictures with more pixels are made one at a time, since each may need a gigabyte. */
const large = 40_000_000;

/** A child process is replaced after this many pictures, to free memory that native code fragmented. */
const picturesPerChild = 20;

/**
 * Prepares pictures in child processes, or takes them from the cache. The results are in the order of
 * `jobs`. The result for a picture that cannot be published, crashes a decoder, or times out is the
 * error that says why.
 *
 * @throws {Error} of the disk or of this program
 */
export async function preparePictures(
  jobs: readonly PictureJob[],
  {
    timeoutSeconds = 300,
    vectorTimeoutSeconds = 60,
    worker,
    onProgress,
  }: PicturePoolOptions = {},
): Promise<(Prepared | UnusablePicture)[]> {
  const known = await pLimit(concurrency).map(jobs, (job) => loadPrepared(job.path, job));
  const left = jobs.filter((_, index) => known[index] === undefined);
  const looks = await pLimit(concurrency).map(left, inspectHeader);
  const made = new Map<PictureJob, Prepared | UnusablePicture>();
  const isLarge = (index: number) => (looks[index]?.pixels ?? 0) > large;
  const vectors = new Set(left.filter((_, index) => looks[index]?.isVector));
  const timeoutFor = (job: PictureJob) =>
    vectors.has(job) ? Math.min(timeoutSeconds, vectorTimeoutSeconds) : timeoutSeconds;
  const add = (job: PictureJob, outcome: Prepared | UnusablePicture) => {
    made.set(job, outcome);
    onProgress?.(made.size, left.length);
  };
  if (left.length > 0) onProgress?.(0, left.length);
  for (const [queue, children] of [
    [left.filter((_, index) => isLarge(index)), 1],
    [left.filter((_, index) => !isLarge(index)), concurrency],
  ] as const)
    await runJobs<PictureJob, PictureReport>({
      script: worker ?? workerScript('outputs/pictures/picture-worker'),
      children: Math.min(children, queue.length),
      timeoutSeconds: timeoutFor,
      jobsPerChild: picturesPerChild,
      // With few arenas, memory that one thread frees is available to the others.
      env: { MALLOC_ARENA_MAX: '2' },
      next: () => queue.shift(),
      onReport: (report, [job]) => {
        if (job && 'prepared' in report) add(job, report.prepared);
        else if (job && 'unusable' in report)
          add(job, new UnusablePicture(report.unusable.got, report.unusable.cure));
        return job;
      },
      onLost: (job, loss, code) => {
        // Windows has no signals: a program that crashes exits with a large code.
        if (loss === 'crash' && code !== null && code <= 128)
          throw new Error(`the process that makes pictures ended with ${code}`);
        const got =
          loss === 'time'
            ? `a file that is not decoded within ${timeoutFor(job)} s`
            : 'a file on which the decoder crashed';
        add(job, new UnusablePicture(got, 'save it again as JPEG or PNG'));
      },
    });
  return jobs.map((job, index) => known[index] ?? (made.get(job) as Prepared));
}

/** Formats whose size is read in this process, since only the header is decoded for it. */
const rasters: readonly string[] = ['jpg', 'png', 'gif', 'webp', 'avif', 'heic', 'heif', 'tif'];

/**
 * Reads the number of pixels of all frames from the header; 0 where that is not possible. A drawing is
 * opened only in a child process: its size needs the whole file, and its number of pixels is limited.
 */
async function inspectHeader({
  path,
}: PictureJob): Promise<{ pixels: number; isVector: boolean }> {
  const format = await recogniseFormat(await readStart(path));
  const metadata = rasters.includes(format ?? '')
    ? await sharp(path)
        .metadata()
        .catch(() => undefined)
    : undefined;
  const pixels = metadata ? metadata.width * metadata.height * (metadata.pages ?? 1) : 0;
  return { pixels, isVector: format === 'svg' };
}

/** Reads as many bytes as `recogniseFormat` needs. */
async function readStart(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4100), 0, 4100, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
