import { rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { type Figures, formatCaption, loadFigures, roundFigures } from './figures.ts';
import { measureDev } from './live/measure-dev.ts';
import { makeWorkbench } from './make-workbench.ts';
import { measureBuilds } from './measure/measure-builds.ts';
import type { Measurement } from './measure/measurement.ts';
import type { Options } from './parse-options.ts';
import { drawChart } from './report/draw-chart.ts';
import { formatGoals } from './report/format-goals.ts';
import { formatFigures, formatGrowth, formatRatios } from './report/format-report.ts';
import { summarise, toGrowth, toRatios } from './report/summarise.ts';
import { findTools } from './tools/find-tools.ts';
import { countSample } from './tools/sample.ts';
import type { Tool, ToolName } from './tools/tool.ts';

// A process that was just stopped may still write to it.
const removal = { recursive: true, force: true, maxRetries: 5 };

/**
 * The articles of a first run that is not measured, so that no measured one reads programs from the disk.
 * Sizes up to this one have no such run: they only show that everything works.
 */
const warmUpArticles = 5;

/**
 * The benchmark of builds and of the live preview: prints figures, ratios, growth and the
 * figures that Dateline has goals for. The exit code is 1 if a run failed.
 */
export async function compare(options: Options): Promise<void> {
  const figures =
    options.from === undefined ? await measure(options) : await loadFigures(options.from);
  const summaries = summarise(figures.measurements);
  const tables = [
    formatFigures(summaries),
    formatRatios(toRatios(summaries)),
    formatGrowth(toGrowth(summaries)),
    formatGoals(summaries),
    formatCaption(figures),
  ];
  console.log(`\n${tables.join('\n\n')}`);
  if (options.json !== undefined)
    await writeFile(options.json, `${JSON.stringify(figures, undefined, 2)}\n`);
  if (options.chart !== undefined)
    await writeFile(options.chart, drawChart(summaries, formatCaption(figures)));
}

/** Runs all measurements that the options ask for. */
async function measure(options: Options): Promise<Figures> {
  const { present, versions } = await findTools(options.only);
  const sizes: Partial<Record<ToolName, readonly number[]>> = {
    sample: [await countSample()],
    dev: options.devArticles,
  };
  // Tools are compared at one size after another, so they run directly after each other.
  const jobs = present
    .flatMap((tool) =>
      (sizes[tool.name] ?? options.articles).map((articles) => ({ tool, articles })),
    )
    .sort((a, b) => a.articles - b.articles);

  const workbench = await makeWorkbench(Math.max(1, ...jobs.map(({ articles }) => articles)));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  process.once('exit', () => rmSync(workbench, removal));
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  console.log(`${machine}, in ${workbench}\n`);
  const [load = 0] = loadavg();
  if (load > cpus().length / 4) {
    console.log(`The machine is busy (load ${load.toFixed(1)}): seconds will be too many.\n`);
  }

  const measurements: Measurement[] = [];
  for (const { tool, articles } of jobs) {
    for await (const one of measureTool(tool, articles, options, workbench)) {
      console.log(
        `${articles} articles, ${tool.name}, ${one.kind}: ${one.seconds.toFixed(2)} s`,
      );
      measurements.push(one);
    }
  }
  return roundFigures({ machine, versions, options, measurements });
}

/**
 * All runs of a tool at one size. A failed run is reported and does not affect other figures.
 */
async function* measureTool(
  tool: Tool,
  articles: number,
  { seed, rounds, runs }: Options,
  workbench: string,
): AsyncGenerator<Measurement> {
  const folder = join(workbench, tool.name);
  const start = tool.name === 'dev' ? measureDev : measureBuilds;
  try {
    // Copying the whole project twice would take too long.
    if (tool.name !== 'sample' && articles > warmUpArticles) {
      const warmUp = {
        folder,
        articles: warmUpArticles,
        seed,
        rounds: 1,
        kinds: ['cold'] as const,
      };
      for await (const _ of start(tool, warmUp));
      await rm(folder, removal);
    }
    yield* start(tool, { folder, articles, seed, rounds, kinds: runs });
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    console.error(`${articles} articles, ${tool.name}: failed: ${reason}`);
    process.exitCode = 1;
  } finally {
    await rm(folder, removal);
  }
}
