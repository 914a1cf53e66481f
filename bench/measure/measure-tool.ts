import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { editOne } from '../corpus/edit-one.ts';
import type { Tool, ToolName } from '../tools/tool.ts';
import { fingerprintFolder, listDifferences } from './fingerprint-folder.ts';
import { type Cost, runMeasured } from './run-measured.ts';

export const buildKinds = ['cold', 'unchanged', 'edited'] as const;
export type BuildKind = (typeof buildKinds)[number];

/** One build of one tool. */
export interface Measurement extends Cost {
  readonly tool: ToolName;
  readonly articles: number;
  readonly kind: BuildKind;
  /** Counts from 1. */
  readonly round: number;
  readonly outputBytes: number;
  readonly outputFiles: number;
  /** Output files that came, went or changed since the build before; all of them when cold. */
  readonly changedFiles: number;
}

export interface MeasureOptions {
  /** An empty folder to work in. */
  readonly folder: string;
  readonly articles: number;
  readonly seed: number;
  readonly rounds: number;
}

/**
 * Builds a corpus with a tool: cold, with nothing left of an earlier build; again, with nothing
 * changed; and after one word of one article was changed. `rounds` times over. Nothing else
 * runs meanwhile. Throws when a build fails.
 */
export async function measureTool(
  tool: Tool,
  { folder, articles, seed, rounds }: MeasureOptions,
): Promise<Measurement[]> {
  await mkdir(folder, { recursive: true });
  const site = await tool.prepare(folder, articles, seed);
  const prepared = new Set(await readdir(folder));
  const measurements: Measurement[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    let before: Awaited<ReturnType<typeof fingerprintFolder>> = new Map();
    for (const kind of buildKinds) {
      if (kind === 'cold') await removeAllBut(prepared, folder);
      if (kind === 'edited') await editOne(site.contentDir);
      const cost = await runMeasured(site.command);
      const after = await fingerprintFolder(site.outDir);
      const outputBytes = [...after.values()].reduce((sum, { bytes }) => sum + bytes, 0);
      const changedFiles = listDifferences(before, after).length;
      measurements.push({
        ...{ tool: tool.name, articles, kind, round },
        ...cost,
        ...{ outputBytes, outputFiles: after.size, changedFiles },
      });
      before = after;
    }
  }
  return measurements;
}

async function removeAllBut(names: ReadonlySet<string>, folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!names.has(name)) await rm(join(folder, name), { recursive: true });
  }
}
