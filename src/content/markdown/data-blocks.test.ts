import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOptions } from '../../../tests/support/markdown-options.ts';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { readDataFile } from '../data/read-data-file.ts';
import type { DataFile } from './data-files.ts';
import { findDataFiles } from './data-files.ts';
import { createMarkdownJob } from './markdown-job.ts';
import { renderMarkdown } from './render-markdown.ts';

const files: Record<string, string> = {
  'data.csv': 'City,Share,Note\nSeoul,34.5,<b>x</b>\nBusan,12,\n',
  'wrong.csv': 'City,Share\nSeoul,3\nBusan,4o\nJeju,5\n',
  'ragged.csv': 'City,Share\nSeoul,3,4\n',
};

const dataFiles = new Map<string, DataFile>(
  Object.entries(files).map(([name, text]) => [
    name,
    { file: `content/${name}`, reading: readDataFile(Buffer.from(text), `content/${name}`) },
  ]),
);

function render(markdown: string) {
  const { rendered, problems } = renderMarkdown(markdown, { ...testOptions, dataFiles });
  const html = rendered.html.join('§');
  return { html, rendered, problems: problems.map((problem) => formatProblem(problem)) };
}

test('a table shows a data file, with its caption, source and a link to the file', () => {
  const { html, rendered, problems } = render(
    '::table[Shares *by city*]{file=data.csv}\n\nSource: [them](https://them.example/)\n\nWords.\n',
  );
  assert.deepEqual(problems, []);
  assert.match(
    html,
    /<figure class="data"><figcaption>Shares <em>by city<\/em><\/figcaption>/u,
  );
  assert.match(html, /role="region" aria-label="Shares by city"/u);
  assert.match(html, /<th scope="row">Seoul<\/th><td class="number">34\.5<\/td>/u);
  assert.match(html, /<td>&#x3C;b>x&#x3C;\/b><\/td>/u);
  assert.match(html, /<p class="data-source"[^>]*>Source: <a.*<\/p><div class="data-file">/u);
  assert.deepEqual(
    rendered.references.flatMap((one) => (one.kind === 'link' ? one.address : [])),
    ['data.csv'],
  );
  assert.equal(rendered.lede, 'Words.');
});

test('a chart is a picture with a description, and has the same as a table', () => {
  const { html, rendered, problems } = render('::chart[Shares]{file="data.csv" unit="%"}\n');
  assert.deepEqual(problems, []);
  assert.match(
    html,
    /<svg class="chart"[^>]* aria-label="Bar chart: Shares\. Share\. Seoul: 34\.5%, Busan: 12%"/u,
  );
  assert.match(
    html,
    /<details><summary>The data as a table<\/summary><div class="table-scroll"/u,
  );
  // The words of a chart are those of its table: search and excerpts get them once.
  assert.equal(rendered.text.match(/Seoul/gu)?.length, 1);
});

test('cells cannot forge the marks of links and pictures', () => {
  const first = '::table{file=forged.csv}\n';
  const { marker } = createMarkdownJob(first, testOptions);
  const forged = `a,b\n${marker}0x,${marker}\n`;
  const reading = readDataFile(Buffer.from(forged), 'forged.csv');
  const { rendered } = renderMarkdown(first, {
    ...testOptions,
    dataFiles: new Map([['forged.csv', { file: 'forged.csv', reading }]]),
  });
  assert.equal(rendered.html.length, rendered.references.length + 1);
  assert.ok(!rendered.html.join('').includes(marker));
});

const faults: [what: string, markdown: string, problem: RegExp][] = [
  ['no file', '::chart\n', /^a\.md:1:1 .*expected the name of a data file/u],
  [
    'a file that does not exist',
    'Words.\n\n::table{file=date.csv}\n',
    /^a\.md:3:1 .*got "date\.csv"/u,
  ],
  [
    'an unknown type',
    '::chart{file=data.csv type=pie}\n',
    /^a\.md:1:1 .*one of line, area, column, bar, got "pie"/u,
  ],
  [
    'an unknown column',
    '::chart{file=data.csv columns=Shar}\n',
    /^a\.md:1:1 .*did you mean "Share"/u,
  ],
  [
    'a column of text',
    '::chart{file=data.csv columns=Note}\n',
    /^content\/data\.csv:2:1 .*"<b>x<\/b>".*shown in a\.md:1/u,
  ],
  [
    'a wrong number',
    '\n\n::chart{file=wrong.csv}\n',
    /^content\/wrong\.csv:3:1 .*"4o".*shown in a\.md:3/u,
  ],
  [
    'a ragged file',
    '::table{file=ragged.csv}\n',
    /^content\/ragged\.csv:2:1 .*at most 2 values/u,
  ],
  [
    'an unknown attribute',
    '::table{file=data.csv colour=red}\n',
    /a\.md:1:1 .*warning.*colour=red/u,
  ],
];

for (const [what, markdown, problem] of faults)
  test(`reports ${what}`, () => {
    assert.match(render(markdown).problems.join('\n'), problem);
  });

test('finds the data files that a text names', () => {
  const markdown = [
    '::table{file=a.csv}',
    'Words ::table{file=no.csv}',
    '> ::chart[A "title"]{type=bar file="b c.csv"}',
    "::CHART{ file = 'd.csv' }",
    '::chart{file=a.csv}',
    '::other{file=no.csv}',
    ':::chart{file=no.csv}',
  ].join('\n\n');
  assert.deepEqual(findDataFiles(markdown), ['a.csv', 'b c.csv', 'd.csv']);
});
