import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Hash of the code that makes an index, the indexer's version included. */
export async function searchVersion(): Promise<string> {
  const hash = createHash('sha256');
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const files = (await readdir(folder)).filter((name) => /(?<!\.test)\.ts$/u.test(name));
  files.push('../language/search-forms.ts', '../language/american-spelling.ts');
  for (const file of files.sort()) hash.update(file).update(await readFile(folder + file));
  const description = new URL('../package.json', import.meta.resolve('pagefind'));
  const { version } = JSON.parse(await readFile(description, 'utf8')) as { version: string };
  return hash.update(version).digest('hex');
}
