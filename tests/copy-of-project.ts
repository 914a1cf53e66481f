import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { temporaryFolder } from './temporary-folder.ts';
import { projectRoot } from './test-site.ts';

/**
 * A copy of the project that a test may change; its packages are a link to those of this one.
 */
export async function copyOfProject(t: TestContext): Promise<string> {
  const root = await temporaryFolder(t);
  for (const name of ['src', 'public', 'package.json', 'package-lock.json', 'tsconfig.json'])
    await cp(join(projectRoot, name), join(root, name), { recursive: true });
  await cp(join(projectRoot, 'astro.config.mjs'), join(root, 'astro.config.mjs'));
  // Windows lets every user create a junction.
  await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}
