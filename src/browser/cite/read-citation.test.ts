import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseNewsData } from './read-citation.ts';

const article = {
  '@type': 'NewsArticle',
  headline: 'A  bridge\n stays',
  datePublished: '2026-01-06T01:00:00+09:00',
  author: [
    { '@type': 'Person', name: 'Lena Park', url: 'https://elsewhere.example' },
    { '@type': 'Person', name: 'Omar Diaz', familyName: 'Diaz', givenName: 'Omar' },
    'Harbour Post',
  ],
  publisher: { '@id': '#us' },
  translator: { '@type': 'Person', name: '박서준' },
};
const us = { '@type': 'NewsMediaOrganization', '@id': '#us', name: 'The Daily Test' };
const found = {
  title: 'A bridge stays',
  published: '2026-01-06',
  authors: [
    { name: 'Lena Park' },
    { name: 'Omar Diaz', family: 'Diaz', given: 'Omar' },
    { name: 'Harbour Post' },
  ],
  publication: 'The Daily Test',
  translators: [{ name: '박서준' }],
};

test('finds an article in a graph, and resolves names by their ids', () =>
  assert.deepEqual(parseNewsData(JSON.stringify({ '@graph': [article, us] })), found));

test('finds an article in a list of things', () =>
  assert.deepEqual(parseNewsData(JSON.stringify([us, article])), found));

test('reads the publisher from the article', () =>
  assert.equal(
    parseNewsData(JSON.stringify({ ...article, publisher: us }))?.publication,
    'The Daily Test',
  ));

const empty: readonly [what: string, json: string][] = [
  ['an invalid date', '{"@type":"Article","datePublished":"2026-13-40"}'],
  ['things of the wrong kind', '{"@type":["Article"],"headline":{"a":1},"publisher":[[]]}'],
  ['ids that do not exist', '{"@type":"BlogPosting","publisher":{"@id":"#x"}}'],
];
for (const [what, json] of empty) {
  test(`ignores ${what}`, () => {
    const values = Object.values(parseNewsData(json) ?? { is: 'no article' });
    assert.deepEqual(
      values.filter((value) => value !== undefined),
      [],
    );
  });
}

test('an empty list of authors stays empty', () =>
  assert.deepEqual(parseNewsData('{"@type":"Article","author":[]}')?.authors, []));

for (const json of ['', '{', 'null', '[null,1]', '{"@type":"WebPage"}', '{"@graph":3}']) {
  test(`finds no article in ${json || 'an empty script'}`, () =>
    assert.equal(parseNewsData(json), undefined));
}
