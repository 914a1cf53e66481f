import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { copyOfProject } from '../copy-of-project.ts';

/**
 * A copy of the project without a page size limit, because every field of a hostile article is
 * very long.
 */
export async function boundlessProject(t: TestContext): Promise<string> {
  const root = await copyOfProject(t);
  const file = join(root, 'src/hosting/page-budget.ts');
  const budget = await readFile(file, 'utf8');
  await writeFile(file, budget.replaceAll(/\d+_000/gu, '10_000_000'));
  return root;
}
