import type { PictureJob, PictureReport } from './picture-pool.ts';
import { preparePicture } from './prepare-picture.ts';
import { UnusablePicture } from './unusable-picture.ts';

/**
 * A child process that makes pictures ready, one after the other. A process and not a thread:
 * native code that hangs can only be stopped by killing its process, and what it leaves in pieces
 * of memory is only given back by its end.
 */
process.on('message', async (job: PictureJob) => process.send?.(await work(job)));

// Whoever asked is gone.
process.on('disconnect', () => process.exit());

async function work(job: PictureJob): Promise<PictureReport> {
  try {
    return { prepared: await preparePicture(job.path, job) };
  } catch (error) {
    if (error instanceof UnusablePicture)
      return { unusable: { got: error.got, cure: error.cure } };
    const { message = String(error), code, path } = error as NodeJS.ErrnoException;
    return {
      failed: { message, ...(code && { code }), ...(path && { path }) },
    };
  }
}
