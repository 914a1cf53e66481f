import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { temporaryFolder } from '../tests/temporary-folder.ts';

async function bench(...args: readonly string[]): Promise<string> {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const script = join(import.meta.dirname, 'run.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { env });
  return stdout;
}

/** Builds with two tools take 15 seconds, so only `npm run test:long` runs it. */
const testLong = process.env['LONG_TESTS'] === '1' ? test : undefined;

testLong?.(
  'a tiny run measures builds and the live preview, and prints its figures again with --from',
  async (t) => {
    const folder = await temporaryFolder(t);
    const [json, chart] = [join(folder, 'figures.json'), join(folder, 'chart.svg')];
    const sizes = ['--articles', '6', '--dev-articles', '5'];
    const files = ['--json', json, '--chart', chart];
    const printed = await bench(...sizes, '--only', 'dev,eleventy', ...files);
    for (const run of ['cold', 'unchanged', 'edited']) {
      assert.match(printed, new RegExp(`\\| 6 +\\| eleventy \\| ${run} +\\|`, 'u'));
      assert.match(printed, new RegExp(`\\| 5 +\\| dev +\\| ${run} +\\|`, 'u'));
    }
    const { measurements } = JSON.parse(await readFile(json, 'utf8')) as {
      measurements: { tool: string; kind: string; seconds: number; output?: object }[];
    };
    const runs = Map.groupBy(measurements, ({ tool, kind }) => `${tool} ${kind}`);
    assert.deepEqual(
      [...runs].map(([run, rounds]) => `${rounds.length} x ${run}`),
      ['1 x dev cold', '1 x dev unchanged', '5 x dev edited'].concat([
        '1 x eleventy cold',
        '1 x eleventy unchanged',
        '1 x eleventy edited',
      ]),
    );
    assert.match(await readFile(chart, 'utf8'), /<desc id="description">First build/u);

    const again = await bench('--from', json);
    assert.equal(again.trim(), printed.slice(printed.indexOf('| articles')).trim());
  },
);
