import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/** For tests: a new empty folder (absolute path, without links), removed after the test. */
export async function temporaryFolder(test: TestContext): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'dateline-')));
  // A child process of a stopped command may still write for a moment.
  test.after(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }));
  return folder;
}
