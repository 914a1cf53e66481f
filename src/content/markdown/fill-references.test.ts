import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillReferences } from './fill-references.ts';

const cases = [
  {
    name: 'a filled link stays',
    html: ['<p><a', '>x</a></p>'],
    fills: [' href="/x/"'],
    text: '<p><a href="/x/">x</a></p>',
  },
  {
    name: 'an empty link leaves its text',
    html: ['<p>a <a', ' title="1 > 0">x <em>y</em></a> b</p>'],
    fills: [''],
    text: '<p>a x <em>y</em> b</p>',
  },
  {
    name: 'a picture in an empty link stays',
    html: ['<p><a', '>', '</a> <a', '>z</a></p>'],
    fills: ['', '<img>', ' href="/z/"'],
    text: '<p><img> <a href="/z/">z</a></p>',
  },
  {
    name: 'an empty picture leaves the link around it',
    html: ['<a href="https://example.org">', '</a> <a', '>z</a>'],
    fills: ['', ''],
    text: '<a href="https://example.org"></a> z',
  },
];

for (const { name, html, fills, text } of cases) {
  test(name, () => {
    assert.equal(
      fillReferences(html, (index) => fills[index] ?? ''),
      text,
    );
  });
}
