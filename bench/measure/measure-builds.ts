import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { editArticle } from '../corpus/edit-article.ts';
import type { Tool } from '../tools/tool.ts';
import { type Fingerprint, fingerprintFolder } from './fingerprint-folder.ts';
import { type Measurement, type MeasureOptions, runKinds } from './measurement.ts';
import { removeAllBut } from './remove-all-but.ts';
import { runMeasured } from './run-measured.ts';
import { weighOutput } from './weigh-output.ts';

/**
 * Builds with a tool: cold, without results of an earlier build; again without changes; and
 * after a change of one word in one article. Repeats this `rounds` times and yields each
 * measurement at once. Nothing else may run at the same time. Throws if a build fails.
 */
export async function* measureBuilds(
  tool: Tool,
  { folder, articles, seed, rounds, kinds }: MeasureOptions,
): AsyncGenerator<Measurement> {
  await mkdir(folder);
  const site = await tool.prepare(folder, articles, seed);
  const prepared = new Set(await readdir(folder));
  let before: Fingerprint = new Map();
  for (let round = 1; round <= rounds; round += 1) {
    for (const kind of runKinds) {
      // The other kinds need a cold build before them, even if it is not measured.
      if (!kinds.includes(kind) && !(kind === 'cold' && round === 1)) continue;
      if (kind === 'cold') {
        await removeAllBut(prepared, folder);
        before = new Map();
      }
      if (kind === 'edited') await editArticle(join(site.contentDir, site.article));
      const cost = await runMeasured(site.command);
      const after = fingerprintFolder(site.outDir);
      const output = weighOutput(site.outDir, site.article, before, after);
      if (kinds.includes(kind)) {
        yield { ...{ tool: tool.name, articles, kind, round }, ...cost, output };
      }
      before = after;
    }
  }
}
