/** Sent in place of a report where `work` throws: `runJobs` makes an error of it again. */
export interface Thrown {
  readonly thrown: {
    readonly message: string;
    readonly stack: string | undefined;
    readonly code: string | undefined;
    readonly path: string | undefined;
  };
}

/**
 * In a child of `runJobs`: does jobs one after the other and sends what `work` returns. What
 * `work` throws ends all jobs; an error of the disk keeps its `code` and `path`.
 */
export function answerJobs<Job>(work: (job: Job) => Promise<object>): void {
  let last: Promise<unknown> = Promise.resolve();
  process.on('message', (job: Job) => {
    last = last.then(async () => process.send?.(await work(job).catch(toThrown)));
  });
  // The parent has ended: nothing more may be written.
  process.once('disconnect', () => process.exit());
}

function toThrown(error: NodeJS.ErrnoException): Thrown {
  const { message = String(error), stack, code, path } = error;
  return { thrown: { message, stack, code, path } };
}
