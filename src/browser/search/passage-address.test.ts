import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passageAddress } from './passage-address.ts';
import type { FoundArticle } from './search-index.ts';

const anchors = [
  { element: 'h2', id: 'plans', location: 4 },
  { element: 'p', id: 'p-aaaa', location: 5 },
  { element: 'p', id: 'p-bbbb', location: 13 },
];
const english =
  'A bridge is planned. Plans. It is a bridge, they say, for all. “Much &lt;later&gt; then.”';

function addressAt(content: string, ...places: number[]): string {
  const article: FoundArticle = {
    url: '/news/a/',
    meta: {},
    raw_content: content,
    anchors,
  };
  return decodeURIComponent(passageAddress(article, places));
}

const cases: readonly [what: string, content: string, places: number[], address: string][] = [
  ['the standfirst, by the article', english, [1], '/news/a/'],
  ['a heading', english, [4], '/news/a/#plans:~:text=Plans'],
  [
    'a word, by its paragraph and the words around it',
    english,
    [8],
    '/news/a/#p-aaaa:~:text=It is a-,bridge,-, they say, for',
  ],
  [
    'words side by side',
    english,
    [9, 10],
    '/news/a/#p-aaaa:~:text=is a bridge,-,they say,-, for',
  ],
  ['the last word of a paragraph', english, [12], '/news/a/#p-aaaa:~:text=they say, for-,all'],
  ['signs of tags', english, [14], '/news/a/#p-bbbb:~:text=“Much-,<later>'],
  ['a word after a quotation mark', english, [13], '/news/a/#p-bbbb:~:text=“-,Much,-<later>'],
  ['nothing at all', english, [], '/news/a/'],
  ['a place after the end', english, [99], '/news/a/#p-bbbb'],
  [
    'a language without spaces',
    '他\u200b们\u200b见\u200b面\u200b题\u200b两国\u200b元首\u200b在\u200b北京\u200b会晤\u200b很\u200b久\u200b。\u200b后',
    [8, 9],
    '/news/a/#p-aaaa:~:text=两国元首在-,北京会晤,-很久',
  ],
];
for (const [what, content, places, address] of cases) {
  test(`the address of ${what}`, () => {
    assert.equal(addressAt(content, ...places), address);
  });
}
