import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markPaidLinks } from './mark-paid-links.ts';

const cases: readonly [html: string, marked: string][] = [
  [
    '<a href="https://a.example/" rel="external noopener">A</a> <a href="/b/">B</a>',
    '<a href="https://a.example/" rel="external noopener sponsored">A</a> <a href="/b/">B</a>',
  ],
  [
    '<a title="a > b" rel="external noopener" href="https://a.example/">A</a>',
    '<a title="a > b" rel="external noopener sponsored" href="https://a.example/">A</a>',
  ],
  [
    '<p>Write rel="external noopener" in it.</p>',
    '<p>Write rel="external noopener" in it.</p>',
  ],
  ['<p>&#x3C;a rel="external noopener">A</p>', '<p>&#x3C;a rel="external noopener">A</p>'],
  ['<a title="rel=&quot;external">A</a>', '<a title="rel=&quot;external">A</a>'],
];

for (const [html, marked] of cases) {
  test(`paid links: ${html}`, () => assert.equal(markPaidLinks(html), marked));
}
