import { fork } from 'node:child_process';
import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import sharp from 'sharp';
import { loadPrepared, type Prepared, type PrepareOptions } from './prepare-picture.ts';
import { recogniseFormat } from './recognise-format.ts';
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
  /** Seconds that an SVG may take, which says in few bytes what takes for ever to draw. */
  readonly vectorSeconds?: number;
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
  const looks = await pLimit(atOnce).map(left, lookAt);
  const made = new Map<PictureJob, Prepared | UnusablePicture>();
  const isLarge = (index: number) => (looks[index]?.pixels ?? 0) > large;
  const vectors = new Set(left.filter((_, index) => looks[index]?.isVector));
  const phases = [
    { queue: left.filter((_, index) => isLarge(index)), children: 1 },
    { queue: left.filter((_, index) => !isLarge(index)), children: atOnce },
  ];
  const tell = () => options.tell?.(made.size, left.length);
  if (left.length > 0) tell();
  for (const { queue, children } of phases) {
    const runUntilDone = async () => {
      while (queue.length > 0) await runChild(queue, made, { ...options, tell, vectors });
    };
    await Promise.all(Array.from({ length: Math.min(children, queue.length) }, runUntilDone));
  }
  return jobs.map((job, index) => known[index] ?? (made.get(job) as Prepared));
}

/** What is opened here for its size: decoders of these read no more than a header. */
const rasters: readonly string[] = ['jpg', 'png', 'gif', 'webp', 'avif', 'heic', 'heif', 'tif'];

/**
 * Pixels of all frames, as the header has it; 0 where there is none that can be read. A drawing is read
 * in a child alone: all of it would have to be, and it is never made larger than pages show it.
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

/** A child that takes jobs from a queue, one after the other, until it is used up or gone. */
function runChild(
  queue: PictureJob[],
  made: Map<PictureJob, Prepared | UnusablePicture>,
  {
    root,
    seconds = 300,
    vectorSeconds = 60,
    worker,
    tell,
    vectors,
  }: PicturePoolOptions & {
    readonly tell: () => void;
    readonly vectors: ReadonlySet<PictureJob>;
  },
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
    let allowed = seconds;
    let fault: Error | undefined;
    const next = () => {
      clearTimeout(timer);
      current = taken < picturesPerChild && !fault ? queue.shift() : undefined;
      if (!current) {
        child.disconnect();
        return;
      }
      taken += 1;
      allowed = vectors.has(current) ? Math.min(seconds, vectorSeconds) : seconds;
      child.send(current, () => undefined);
      timer = setTimeout(() => {
        timedOut = true;
        child.kill('SIGKILL');
      }, allowed * 1000);
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
      if (current && crashed) made.set(current, lost(timedOut, allowed));
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
