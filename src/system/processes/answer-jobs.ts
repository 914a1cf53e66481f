/** Sent instead of a report if `work` throws; `runJobs` turns it into an error again. */
export interface Thrown {
  readonly thrown: {
    readonly name: string | undefined;
    readonly message: string;
    readonly stack: string | undefined;
    readonly code: string | undefined;
    readonly path: string | undefined;
  };
}

/**
 * Runs in a child process of `runJobs`: does jobs one after the other and sends what `work` returns.
 * `shared` is the option of `runJobs`. An error that `work` throws ends all jobs; an error of the disk
 * keeps its `code` and `path`.
 */
export function answerJobs<Job, Shared>(
  work: (job: Job, shared: Shared) => Promise<object>,
): void {
  let last: Promise<unknown> = Promise.resolve();
  let shared: Shared;
  process.on('message', (message: Job | { readonly shared: Shared }) => {
    if (isShared(message)) shared = message.shared;
    else
      last = last.then(async () => process.send?.(await work(message, shared).catch(toThrown)));
  });
  // The parent has ended, so nothing more may be written.
  process.once('disconnect', () => process.exit());
}

function isShared<Shared>(message: unknown): message is { readonly shared: Shared } {
  return typeof message === 'object' && message !== null && 'shared' in message;
}

function toThrown(error: NodeJS.ErrnoException): Thrown {
  const { name, message = String(error), stack, code, path } = error;
  return { thrown: { name, message, stack, code, path } };
}
