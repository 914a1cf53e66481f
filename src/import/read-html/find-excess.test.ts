import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findExcess } from './find-excess.ts';

const pages: readonly [what: string, html: string, excess: RegExp | undefined][] = [
  ['an ordinary page', '<p class=a>One <b>two</b>.</p>'.repeat(500), undefined],
  ['paragraphs that are never closed', '<p>One.'.repeat(5000), undefined],
  ['elements within each other', '<div>'.repeat(600), /nested more than 512 deep/u],
  ['links without an end', '<a href=x>y</a> '.repeat(20_001), /more than 20000 elements/u],
  ['a tag of attributes', `<p ${'a=1 '.repeat(1001)}>`, /more than 1000 attributes/u],
  ['marks that are opened again', '<b>'.repeat(500) + '<i>x</i>'.repeat(9000), /never closed/u],
  ['a script that writes tags', `<script>${'"<div>"'.repeat(600)}</script>`, undefined],
];

for (const [what, html, excess] of pages)
  test(`${what}: ${excess === undefined ? 'parsed' : 'not parsed'}`, () => {
    const found = findExcess(Buffer.from(html), html);
    if (excess === undefined) assert.equal(found, undefined);
    else assert.match(found ?? '', excess);
  });

test('does not parse a page of more than 10 MB', () => {
  assert.match(findExcess(new Uint8Array(10_000_001), '') ?? '', /more than 10000000/u);
});
