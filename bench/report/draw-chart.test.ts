import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromXml } from 'xast-util-from-xml';
import type { Measurement, RunKind } from '../measure/measurement.ts';
import type { ToolName } from '../tools/tool.ts';
import { drawChart } from './draw-chart.ts';
import { summarise } from './summarise.ts';

const build = (tool: ToolName, kind: RunKind, seconds: number): Measurement => ({
  ...{ tool, kind, seconds },
  articles: 1000,
  round: 1,
});

const chart = drawChart(
  summarise([
    build('dateline', 'cold', 20),
    build('dateline', 'cold', 10),
    build('dateline', 'cold', 15),
    build('hugo', 'cold', 5),
    build('dateline', 'edited', 1),
    build('dev', 'edited', 99),
    { ...build('sample', 'cold', 99), articles: 15 },
  ]),
  'A & B <machine>',
);

test('a chart is well-formed, and its description has all figures', () => {
  assert.doesNotThrow(() => fromXml(chart));
  assert.match(chart, /<svg [^>]*role="img" aria-labelledby="title description"/u);
  assert.match(chart, /<title id="title">Seconds to build 1,000 articles<\/title>/u);
  assert.match(
    chart,
    /<desc id="description">First build, no cache: dateline 15\.00 \(10\.00–20\.00\), hugo 5\.00\. One article edited: dateline 1\.00\. A &amp; B &lt;machine>\.<\/desc>/u,
  );
});

test('bars have one scale, and a line from lowest to highest if rounds differ', () => {
  const widths = [...chart.matchAll(/class="(own|peer)"[^>]* width="(\d+)"/gu)];
  assert.deepEqual(
    widths.map(([, name, width]) => [name, Number(width)]),
    [
      ['own', 315],
      ['peer', 105],
      ['own', 21],
    ],
  );
  assert.deepEqual(
    [...chart.matchAll(/<line x1="(\d+)" x2="(\d+)"/gu)].map(([, ...ends]) => ends),
    [['350', '560']],
  );
});

test('a chart without figures is a valid picture', () => {
  assert.doesNotThrow(() => fromXml(drawChart([], 'nowhere')));
  assert.doesNotMatch(drawChart([], 'nowhere'), /NaN|Infinity/u);
});
