import { rmSync } from 'node:fs';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../../src/commands/parse-command.ts';
import { listFiles } from '../../src/system/cache/list-files.ts';
import { makeWorkbench } from '../make-workbench.ts';
import { type Cost, runMeasured } from '../measure/run-measured.ts';
import { prepareDateline } from '../tools/dateline.ts';
import { formatCost, formatScale } from './format-scale.ts';
import type { ScaleOptions } from './parse-scale-options.ts';
import type { ScaleFigures, StageCost } from './scale-figures.ts';
import { scaleStages, stageCommands } from './scale-stages.ts';

/**
 * The benchmark of size: builds corpora of several sizes in stages, as several machines do, and
 * prints the cost of each stage, how it grows, and what that says of a million articles. Prints and
 * saves each measurement at once: a run that was stopped goes on with the next size.
 */
export async function runScale(options: ScaleOptions): Promise<void> {
  if (options.from !== undefined) {
    const figures = await loadFigures(options.from);
    if (figures === undefined)
      throw new CommandError(
        `--from: expected a file written by --scale --json, got ${options.from}`,
      );
    console.log(`${figures.machine}\n\n${formatScale(figures)}`);
    return;
  }
  const { articles, extras, years, seed, json } = options;
  const processor = `${cpus().length} x ${cpus()[0]?.model ?? 'CPU'}`;
  const machine = `${processor}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}`;
  const before = json === undefined ? undefined : await loadFigures(json);
  const isSame =
    before?.machine === machine &&
    before.extras === extras &&
    before.years === years &&
    before.seed === seed;
  const known = (isSame ? before.costs : []).filter((cost) => articles.includes(cost.articles));
  const isKnown = (size: number) =>
    scaleStages.every((stage) =>
      known.some((own) => own.articles === size && own.stage === stage),
    );
  const costs: StageCost[] = known.filter((cost) => isKnown(cost.articles));
  const figures = () => ({ machine, extras, years, seed, costs });
  console.log(`${machine}, load ${loadavg()[0]?.toFixed(1)}`);
  for (const cost of costs) console.log(`${formatCost(cost)} (measured before)`);
  for (const size of articles.filter((size) => !isKnown(size)))
    for await (const cost of measureSize(size, options)) {
      costs.push(cost);
      console.log(formatCost(cost));
      if (json !== undefined) await saveFigures(json, figures());
    }
  costs.sort((a, b) => a.articles - b.articles);
  console.log(`\n${formatScale(figures())}`);
}

async function* measureSize(
  articles: number,
  { seed, years, extras }: ScaleOptions,
): AsyncGenerator<StageCost> {
  const folder = await makeWorkbench(articles);
  const clear = () => rmSync(folder, { recursive: true, force: true });
  const stop = () => process.exit(1);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
  process.once('exit', clear);
  const { contentDir, outDir } = await prepareDateline(folder, {
    ...{ count: articles, seed, extras, years },
  });
  const folders = { folder, contentDir, outDir, store: join(folder, 'cache') };
  const written = async () => (await sizeOf(folders.store)) + (await sizeOf(outDir));
  let bytes = 0;
  for (const stage of scaleStages) {
    const commands: Cost[] = [];
    for (const command of stageCommands(stage, folders))
      commands.push(await runMeasured(command));
    const now = await written();
    yield { articles, stage, commands, bytes: now - bytes };
    bytes = now;
  }
  await rm(folder, { recursive: true, force: true });
  process.off('exit', clear);
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop);
}

/** The bytes of all files of a folder, which need not exist. */
async function sizeOf(folder: string): Promise<number> {
  if ((await stat(folder).catch(() => undefined)) === undefined) return 0;
  let bytes = 0;
  for (const file of listFiles(folder)) bytes += (await stat(join(folder, file))).size;
  return bytes;
}

/** Whole or not at all: the next run continues from it. */
async function saveFigures(file: string, figures: ScaleFigures): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(figures, undefined, 1)}\n`);
  await rename(`${file}.new`, file);
}

async function loadFigures(file: string): Promise<ScaleFigures | undefined> {
  try {
    const figures = JSON.parse(await readFile(file, 'utf8')) as ScaleFigures;
    return Array.isArray(figures.costs) ? figures : undefined;
  } catch {
    // Missing, or something else.
    return undefined;
  }
}
