import type { PrintJob, PrintReport } from './print-pool.ts';
import { printSheet } from './print-sheet.ts';

/** A child process that prints sheets, one after the other. */
let last: Promise<unknown> = Promise.resolve();
process.on('message', (job: PrintJob) => {
  last = last.then(async () => process.send?.(await print(job)));
});

async function print({ file, content, options }: PrintJob): Promise<PrintReport> {
  try {
    return { file, ...(await printSheet(file, content, options)) };
  } catch (error) {
    const { message, code, path } = error as NodeJS.ErrnoException;
    return { file, refused: { message, ...(code && { code }), ...(path && { path }) } };
  }
}
