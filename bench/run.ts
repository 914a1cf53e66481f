/**
 * `npm run bench`: builds the same articles with Dateline and its peers, and prints what it cost
 * each. With `--reading` it compares the pages that readers get instead, with `--pictures` it says
 * what photographs cost. `--help` lists its options.
 * README.md says how to read it. Exit code 1 when a build failed.
 */
import { rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { makeReady } from '../src/commands/make-ready.mjs';
import { runCommand } from '../src/commands/run-command.ts';
import type { GivenOptions } from './given-options.ts';
import { makeWorkbench } from './make-workbench.ts';
import { type Measurement, measureTool } from './measure/measure-tool.ts';
import { type Options, parseOptions } from './parse-options.ts';
import { parsePictureOptions } from './pictures/parse-picture-options.ts';
import { runPictures } from './pictures/run-pictures.ts';
import { parseReadingOptions } from './reading/parse-reading-options.ts';
import { runReading } from './reading/run-reading.ts';
import { formatFigures, formatRatios } from './report/format-report.ts';
import { summarise, toRatios } from './report/summarise.ts';
import { createDateline } from './tools/dateline.ts';
import { eleventy } from './tools/eleventy.ts';
import { hugo } from './tools/hugo.ts';
import type { Tool, ToolName } from './tools/tool.ts';

async function run(options: Options): Promise<void> {
  const { present, versions } = await findTools(options);
  const workbench = await makeWorkbench(Math.max(...options.counts));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      rmSync(workbench, { recursive: true, force: true });
      process.exit(1);
    });
  }
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  console.log(`${machine}, Node ${process.versions.node}, in ${workbench}\n`);

  const [load = 0] = loadavg();
  if (load > cpus().length / 4) {
    console.log(`The machine is busy (load ${load.toFixed(1)}): seconds will be too many.\n`);
  }

  const measurements: Measurement[] = [];
  try {
    for (const articles of options.counts) {
      for (const tool of present) {
        measurements.push(...(await measure(tool, articles, options, workbench)));
      }
    }
  } finally {
    await rm(workbench, { recursive: true, force: true });
  }

  const summaries = summarise(measurements);
  const ratios = toRatios(summaries);
  console.log(`\n${formatFigures(summaries)}\n\n${formatRatios(ratios)}`);
  if (options.json !== undefined) {
    const figures = {
      machine,
      node: process.versions.node,
      versions,
      options,
      measurements,
      ratios,
    };
    await writeFile(options.json, `${JSON.stringify(figures, undefined, 2)}\n`);
  }
}

/** Says by name which tools take part and which do not. */
async function findTools({ only, extras }: Options) {
  const tools: Readonly<Record<ToolName, Tool>> = {
    dateline: createDateline({ extras }),
    eleventy,
    hugo,
  };
  const present: Tool[] = [];
  const versions: Partial<Record<ToolName, string>> = {};
  for (const name of only) {
    const tool = tools[name];
    const version = await tool.findVersion();
    if (version === undefined) {
      console.log(`${name}: skipped: ${tool.cure}`);
      continue;
    }
    console.log(`${name}: ${version}`);
    present.push(tool);
    versions[name] = version;
  }
  return { present, versions };
}

/** All measurements of a tool at one size. One that fails says so and spoils no other's figures. */
async function measure(
  tool: Tool,
  articles: number,
  { seed, rounds }: Options,
  workbench: string,
): Promise<Measurement[]> {
  const folder = join(workbench, tool.name);
  const empty = () => rm(folder, { recursive: true, force: true });
  try {
    // First a few articles unmeasured: nobody is to pay for reading a program from the disk.
    await measureTool(tool, { folder, articles: 5, seed, rounds: 1 });
    await empty();
    const measurements = await measureTool(tool, { folder, articles, seed, rounds });
    for (const { kind, seconds } of measurements) {
      console.log(`${articles} articles, ${tool.name}, ${kind}: ${seconds.toFixed(2)} s`);
    }
    return measurements;
  } catch (error) {
    fail(`${articles} articles, ${tool.name}: failed`, error);
    return [];
  } finally {
    await empty();
  }
}

function fail(what: string, error: unknown): void {
  console.error(`${what}: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

/** What the options ask for: throws where one is wrong. */
function toTask(options: GivenOptions): () => Promise<void> {
  if (options['pictures']) {
    const parsed = parsePictureOptions(options);
    return () => runPictures(parsed);
  }
  if (options['reading']) {
    const parsed = parseReadingOptions(options);
    return () => runReading(parsed);
  }
  const parsed = parseOptions(options);
  return () => run(parsed);
}

await runCommand(
  'bench',
  async ({ options }) => {
    const task = toTask(options);
    await makeReady({ development: true });
    await task();
  },
  { ownJson: true },
);
