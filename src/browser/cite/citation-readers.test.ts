import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cite } from '@citation-js/core';
import { type Citation, toHtml, toText } from './citation.ts';
import { formatBibtex, formatCslJson, formatRis } from './citation-records.ts';
import { formatApa } from './citation-styles.ts';

// Checks records with the code of reference managers: citation.js reads them, citeproc prints them.

const bridge: Citation = {
  title: '50% of {C}# & D_E: ‘다리’ ~ \\x^2',
  authors: [{ name: 'Bridges & Roads' }, { name: '김민정' }],
  translators: [],
  publication: 'The Daily & Test',
  published: '2026-05-20',
  accessed: '2026-06-01',
  url: 'https://news.example/2026/05/20/%EB%8B%A4%EB%A6%AC_a~b/#part',
  language: 'ko',
};

type Item = Readonly<Record<string, unknown>>;
type Written = Readonly<Partial<Record<'literal' | 'given' | 'family', string>>>;
// The data as read: printing them would lose reporters, which it takes newspaper authors for.
const read = (text: string): Item => (new Cite(text).data as readonly Item[])[0] ?? {};
const day = (value: unknown) =>
  ((value as { 'date-parts'?: number[][] } | undefined)?.['date-parts'] ?? [])[0]?.join('-');

const records = { BibTeX: formatBibtex, RIS: formatRis, 'CSL-JSON': formatCslJson };
for (const [name, format] of Object.entries(records)) {
  test(`a reader of ${name} gets all data`, () => {
    const item = read(format(bridge));
    assert.equal(item['title'], bridge.title);
    assert.equal(item['URL'], bridge.url);
    assert.equal(item['container-title'], bridge.publication);
    // This reader takes only the year from the RIS record of a newspaper.
    assert.equal(day(item['issued']), name === 'RIS' ? '2026' : '2026-5-20');
    assert.equal(day(item['accessed']), '2026-6-1');
    // This reader of RIS takes authors of newspapers for reporters.
    const writers = (item['author'] ?? item['reporter']) as readonly (Written | string)[];
    const names = writers.map((writer) =>
      typeof writer === 'string'
        ? writer
        : (writer.literal ?? [writer.given, writer.family].filter(Boolean).join(' ')),
    );
    assert.deepEqual(names, ['Bridges & Roads', '김민정']);
  });
}

const apa: readonly [of: string, changes: Partial<Citation>][] = [
  ['two names', {}],
  ['no name', { authors: [] }],
  [
    'names in parts',
    {
      authors: [
        { name: 'Lena Park', family: 'Park', given: 'Lena' },
        { name: 'Mary-Jane Ann Watson', family: 'Watson', given: 'Mary-Jane Ann' },
      ],
    },
  ],
];
for (const [of, changes] of apa) {
  test(`APA with ${of} equals the output of citeproc, except for the date of access`, () => {
    const citation = { ...bridge, title: 'A bridge', ...changes };
    const [item] = JSON.parse(formatCslJson(citation));
    const theirs = String(
      new Cite(item).format('bibliography', { format: 'text', template: 'apa' }),
    );
    const ours = toText(formatApa(citation)).replace('Retrieved June 1, 2026, from ', '');
    assert.equal(ours, theirs.trim());
  });
}

test('prints names of newspapers in italics and escapes HTML in headlines', () => {
  const html = toHtml(formatApa({ ...bridge, title: '<b>&' }));
  assert.match(html, /&lt;b&gt;&amp;\. <i>The Daily &amp; Test<\/i>\. Retrieved/u);
});
