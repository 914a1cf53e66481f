import { rmSync } from 'node:fs';
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { makeWorkbench } from '../make-workbench.ts';
import { type Cost, runMeasured } from '../measure/run-measured.ts';
import { formatTable } from '../report/format-table.ts';
import { buildCommand } from '../tools/dateline.ts';
import type { PictureOptions } from './parse-picture-options.ts';
import { writePictures } from './write-pictures.ts';

/**
 * The disk space for a photograph, its files in the cache and two outputs, in articles of the
 * corpus.
 */
const articlesPerPicture = 50;

/**
 * The benchmark of pictures: builds articles with a photograph each, first without a cache and
 * then again without changes, and prints the cost of both. Throws if a build fails.
 */
export async function runPictures(options: PictureOptions): Promise<void> {
  const workbench = await makeWorkbench(options.count * articlesPerPicture);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  process.once('exit', () => rmSync(workbench, { recursive: true, force: true }));
  const contentDir = join(workbench, 'content');
  const outDir = join(workbench, 'dist');
  const bytes = await writePictures(contentDir, options);
  const { count, megapixels } = options;
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'CPU'}, Node ${process.versions.node}`;
  console.log(`${machine}, load ${loadavg()[0]?.toFixed(1)}, in ${workbench}`);
  console.log(`${count} photographs of ${megapixels} megapixels, ${toMegabytes(bytes)} MB\n`);
  const command = buildCommand({ CONTENT_DIR: contentDir, OUT_DIR: outDir }, workbench);
  const build = () => runMeasured(command);
  const costs: Record<string, Cost> = { cold: await build(), unchanged: await build() };
  const made = await measureAssets(join(outDir, 'assets'));
  console.log(formatCosts(costs));
  console.log(`\n${made.files} files of pictures, ${toMegabytes(made.bytes)} MB`);
  if (options.json !== undefined)
    await writeFile(
      options.json,
      `${JSON.stringify({ machine, options, bytes, costs, made }, undefined, 2)}\n`,
    );
  await rm(workbench, { recursive: true, force: true });
}

function formatCosts(costs: Readonly<Record<string, Cost>>): string {
  const rows = Object.entries(costs).map(([kind, { seconds, cpuSeconds, peakBytes }]) => [
    kind,
    seconds.toFixed(1),
    cpuSeconds?.toFixed(1) ?? '?',
    peakBytes === undefined ? '?' : toMegabytes(peakBytes),
  ]);
  return formatTable(['build', 'seconds', 'CPU s', 'peak MB'], rows, 1);
}

/** Returns the picture files in a folder of assets. Their names start with a hash. */
async function measureAssets(folder: string): Promise<{ files: number; bytes: number }> {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f]{32}/u.test(name));
  let bytes = 0;
  for (const name of names) bytes += (await stat(join(folder, name))).size;
  return { files: names.length, bytes };
}

function toMegabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
