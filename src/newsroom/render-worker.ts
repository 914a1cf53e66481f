import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readCopy } from '../article/read-copy.ts';
import { pathOnDisk } from '../pictures/path-on-disk.ts';
import type { RenderJob, RenderReport } from './render-pool.ts';
import { storeRendered } from './rendered-store.ts';

/**
 * A child process that reads copies, one after the other, and stores their rendered texts. A
 * process and not a thread: native code that hangs can only be stopped by killing its process.
 */
let last: Promise<unknown> = Promise.resolve();
process.on('message', (job: RenderJob) => {
  last = last.then(async () =>
    process.send?.(await work(job).catch((error) => failed(job, error))),
  );
});

async function work(job: RenderJob): Promise<RenderReport> {
  const { path, file, languages, nesting, version, cacheDir, contentDir } = job;
  const bytes = await readFile(pathOnDisk(contentDir, path));
  const keyOf = (dependencies: string) =>
    createHash('sha256').update(version).update('\0').update(dependencies).digest('hex');
  const { copy, faulty, rendered, problems } = readCopy(bytes, {
    path,
    file,
    languages,
    nesting,
    keyOf,
  });
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (!copy || !rendered) return { path, bytes: hash, problems, ...(faulty && { faulty }) };
  try {
    await storeRendered(cacheDir, copy.body.key, rendered);
  } catch (error) {
    const { message, code, path: at } = error as NodeJS.ErrnoException;
    return {
      path,
      problems: [],
      refused: { message, ...(code && { code }), ...(at && { path: at }) },
    };
  }
  return { path, copy, bytes: hash, problems };
}

function failed(job: RenderJob, error: unknown): RenderReport {
  const got = JSON.stringify(error instanceof Error ? error.message : String(error));
  const place = { file: job.file, line: 1, column: 1, field: 'text' };
  const problem = {
    severity: 'error' as const,
    ...place,
    expected: 'a file that can be read and rendered',
    got,
  };
  return { path: job.path, problems: [problem] };
}
