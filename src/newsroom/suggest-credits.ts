import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Copy } from '../article/copy.ts';
import { fileBeside } from '../article/file-path.ts';
import { suggestCredit } from '../pictures/compare-credit.ts';
import { readEmbeddedCredit } from '../pictures/read-embedded-credit.ts';
import type { Problem } from '../problems/problem.ts';

/**
 * Problems, those of a featured image without a credit with what its own file says: the line to
 * write, where the file names anybody. It is never taken unasked.
 */
export async function suggestCredits(
  problems: readonly Problem[],
  copies: readonly Copy[],
  contentDir: string,
): Promise<Problem[]> {
  const byFile = new Map(copies.map((copy) => [copy.file, copy]));
  return Promise.all(
    problems.map(async (problem) => {
      if (problem.field !== 'image.credit' || problem.got !== 'nothing') return problem;
      const copy = byFile.get(problem.file);
      const suggestion = copy && (await suggestionFor(copy, contentDir));
      if (suggestion === undefined) return problem;
      return {
        ...problem,
        cure: `the file says: add \`credit: ${JSON.stringify(suggestion)}\``,
      };
    }),
  );
}

async function suggestionFor(copy: Copy, contentDir: string): Promise<string | undefined> {
  const file = copy.fields.image?.file;
  const path = file === undefined ? undefined : fileBeside(copy.path, file);
  const bytes = path === undefined ? undefined : await readIfThere(join(contentDir, path));
  return bytes && suggestCredit(await readEmbeddedCredit(bytes));
}

function readIfThere(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch(() => undefined);
}
