import { answerJobs } from '../../system/processes/answer-jobs.ts';
import type { PictureJob, PictureReport } from './picture-pool.ts';
import { preparePicture } from './prepare-picture.ts';
import { UnusablePicture } from './prepared-picture.ts';

/**
 * The script of a child process that prepares pictures, one after the other. A process and not a
 * thread: native code that hangs can only be stopped with its process, and memory that it fragments
 * is only freed when the process ends.
 */
answerJobs(async (job: PictureJob): Promise<PictureReport> => {
  try {
    return { prepared: await preparePicture(job.path, job) };
  } catch (error) {
    if (error instanceof UnusablePicture)
      return { unusable: { got: error.got, cure: error.cure } };
    const { message } = error as Error;
    throw Object.assign(error as Error, { message: `${job.path}: ${message}` });
  }
});
