import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/** For tests: a new empty folder (absolute path, no links in it), removed after the test. */
export async function temporaryFolder(test: TestContext): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'dateline-')));
  test.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
