import { mkdir, readdir } from 'node:fs/promises';
import type { Measurement, MeasureOptions, RunKind } from '../measure/measurement.ts';
import { removeAllBut } from '../measure/remove-all-but.ts';
import type { Tool } from '../tools/tool.ts';
import { openLivePreview } from './open-live-preview.ts';

/** The number of edits in each round. */
const edits = 5;

/**
 * Starts the live preview without a cache until its first page, starts it again without
 * changes, and then edits an article several times. Repeats this `rounds` times and yields each
 * measurement at once. Nothing else may run at the same time. Throws if it fails.
 */
export async function* measureDev(
  tool: Tool,
  { folder, articles, seed, rounds, kinds }: MeasureOptions,
): AsyncGenerator<Measurement> {
  await mkdir(folder);
  const site = await tool.prepare(folder, articles, seed);
  const prepared = new Set(await readdir(folder));
  for (let round = 1; round <= rounds; round += 1) {
    const of = (kind: RunKind) => ({ tool: tool.name, articles, kind, round });
    if (kinds.includes('cold') || round === 1) {
      await removeAllBut(prepared, folder);
      const preview = await openLivePreview(site);
      await preview.close();
      if (kinds.includes('cold')) yield { ...of('cold'), ...preview.start };
    }
    if (!kinds.includes('unchanged') && !kinds.includes('edited')) continue;
    const preview = await openLivePreview(site);
    try {
      if (kinds.includes('unchanged')) yield { ...of('unchanged'), ...preview.start };
      if (!kinds.includes('edited')) continue;
      for (let edit = 1; edit <= edits; edit += 1) {
        yield { ...of('edited'), ...(await preview.edit(`Edit${round}x${edit}`)) };
      }
    } finally {
      await preview.close();
    }
  }
}
