import assert from 'node:assert/strict';
import { test } from 'node:test';
import { otherCanonicalUrl, sourceNameOf } from './original.ts';

const url = 'https://post.example/1';

const canonicals: readonly [
  canonical: string | undefined,
  source: string | undefined,
  preference: 'original' | 'self',
  expected: string | undefined,
][] = [
  [undefined, url, 'self', undefined],
  [undefined, url, 'original', url],
  [undefined, undefined, 'original', undefined],
  ['self', url, 'original', undefined],
  ['original', url, 'self', url],
  ['https://other.example/', url, 'self', 'https://other.example/'],
];
for (const [canonical, source, preference, expected] of canonicals) {
  const said = `canonical ${canonical}, source ${source}, preference ${preference}`;
  test(`${said}: ${expected ?? 'the page itself is canonical'}`, () => {
    const article = { canonical, source: source === undefined ? undefined : { url: source } };
    assert.equal(otherCanonicalUrl(article, preference), expected);
  });
}

test('a source without a name is called by its host name', () => {
  assert.equal(sourceNameOf({ source: { name: 'Post', url } }), 'Post');
  assert.equal(sourceNameOf({ source: { url } }), 'post.example');
  assert.equal(sourceNameOf({}), undefined);
});
