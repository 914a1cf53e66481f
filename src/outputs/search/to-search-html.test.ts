import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchRecord } from './search-record.ts';
import { toSearchHtml } from './to-search-html.ts';

const record: SearchRecord = {
  address: '/2026/01/06/a/',
  language: 'ko',
  headline: '한국은행 발표',
  day: '2026-01-06',
  date: '2026년 1월 6일',
  topics: [],
  authors: [],
  body: 'key',
};

test('the page for the indexer has other forms of its words', () => {
  const html = toSearchHtml(
    record,
    '<p id="p-a" title="자동차보험">서울시의회가 <b>모였다</b>.</p>',
  );
  assert.match(html, /data-pagefind-meta="forms\[title\]" title="(?:q[a-z]+ ?){6}"/u);
  assert.doesNotMatch(html, /보험 /u);
});

test('the page has no forms where its words have none', () => {
  const html = toSearchHtml(
    { ...record, language: 'en', headline: 'A bridge' },
    '<p>Plain.</p>',
  );
  assert.doesNotMatch(html, /forms/u);
});

test('words after an apostrophe, and numbers with spaces, are found by themselves', () => {
  const html = toSearchHtml(
    { ...record, language: 'fr', headline: 'L’œuvre' },
    "<p>De l’eau\u00a0: 1\u202f000\u202f000 m³ pour l'été.</p>",
  );
  assert.match(html, /title="1000000 eau ete m3 oeuvre été œuvre"/u);
});

test('an article has its year, month and day, and its authors, as filters', () => {
  const html = toSearchHtml({ ...record, authors: ['jane-roe', 'kim'] }, '');
  const values = [...html.matchAll(/filter="(\w+)\[title\]" title="([^"]*)"/gu)].map(
    ([, name, value]) => `${name} ${value}`,
  );
  assert.deepEqual(values, [
    'date 2026',
    'date 2026-01',
    'date 2026-01-06',
    'author jane-roe',
    'author kim',
  ]);
});

test('what the page says besides is apart from the text, unless it is there', () => {
  const html = toSearchHtml(
    { ...record, otherTexts: ['A crane & a boat.', 'Nine boats sank'] },
    '<p id="p-1">One.</p><figcaption>A crane &amp; a boat.</figcaption>',
  );
  assert.equal(html.match(/A crane/gu)?.length, 1);
  assert.match(html, /<p id="ui-main">Nine boats sank<\/p>/u);
});

test('table cells are separated by dots', () => {
  const html = toSearchHtml(
    record,
    '<table><tr><th>North</th><th>South</th></tr><tr><td>1</td><td class="align-right">2</td></tr></table>',
  );
  assert.match(html, /<th>North · <\/th><th>South\. <\/th>/u);
  assert.match(html, /<td>1 · <\/td><td class="align-right">2\. <\/td>/u);
});

test('words of code listings are searchable, but not part of excerpts', () => {
  const body =
    '<p>See this.</p><pre class="code"><code>![Two <b>boats</b>](a.svg &quot;Sand&quot;)</code></pre><p>And that.</p>';
  const html = toSearchHtml({ ...record, language: 'en' }, body);
  assert.match(html, /<p>See this\.<\/p><p>And that\.<\/p>/u);
  assert.match(html, /data-pagefind-meta="listings\[title\]" title="Two boats a svg Sand"/u);
});
