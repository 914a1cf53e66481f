import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WORDS } from '../../language/words-for.ts';
import { toListParts } from '../edition/list-pages.ts';
import { type Pager, pagerCount, toPager } from './pager.ts';

const words = { newest: 'Newest', newer: 'Newer', older: 'Older', oldest: 'Oldest' };

/** The pagers of a list of `count` pages, newest page first. */
function pagersOf(count: number, language: keyof typeof WORDS = 'en'): (Pager | undefined)[] {
  const cuts = toListParts(
    Array.from({ length: count }, (_, index) => index),
    [1, 1],
  );
  return cuts.map((cut) =>
    toPager(cut, count, {
      lists: WORDS[language].lists,
      words,
      hrefOf: (suffix) => `/list/${suffix}`,
    }),
  );
}

/** `Newer>4/`: a text and its link; `[3]`: the page itself. */
const print = (pager: Pager | undefined) =>
  pager?.links
    .map(({ text, href, current }) =>
      href === undefined ? (current ? `[${text}]` : text) : `${text}>${href.slice(6)}`,
    )
    .join(' ');

const lists: readonly [count: number, pagers: readonly (string | undefined)[]][] = [
  [1, [undefined]],
  [2, ['Older>1/', 'Newest>']],
  [
    3,
    ['2>2/ 1>1/ Older>2/ Oldest>1/', 'Newest> [2] 1>1/ Older>1/', 'Newest> Newer>2/ 2>2/ [1]'],
  ],
];
for (const [count, pagers] of lists) {
  test(`a list of ${count} pages links from each page to each other`, () => {
    assert.deepEqual(pagersOf(count).map(print), pagers);
  });
}

test('the middle of a long list links to both ends and to round numbers', () => {
  assert.equal(
    print(pagersOf(120)[120 - 43]),
    'Newest> Newer>44/ 100>100/ … 50>50/ … 45>45/ 44>44/ [43] 42>42/ 41>41/ 40>40/ … 1>1/ Older>42/ Oldest>1/',
  );
});

test('every page of a list of 416 is at most eight links from the newest', () => {
  const pagers = pagersOf(416);
  const steps = new Map([['/list/', 0]]);
  for (const [address, step] of steps) {
    const number = address === '/list/' ? 416 : Number.parseInt(address.slice(6), 10);
    for (const { href } of pagers[416 - number]?.links ?? [])
      if (href !== undefined && !steps.has(href)) steps.set(href, step + 1);
  }
  assert.equal(steps.size, 416);
  assert.ok(Math.max(...steps.values()) <= 8, `${Math.max(...steps.values())}`);
});

test('a new page changes only the links to newer pages', () => {
  const olderLinks = (count: number, number: number) =>
    pagersOf(count)
      [count - number]?.links.filter(({ href }) => {
        const target = Number.parseInt(href?.slice(6) ?? '', 10);
        return target < number;
      })
      .map(({ text, href }) => `${text}>${href}`);
  for (const number of [1, 2, 3, 9, 11, 40])
    for (const count of [number + 1, number + 2, number + 20, 250])
      assert.deepEqual(olderLinks(count, number), olderLinks(number + 1, number));
});

for (const language of Object.keys(WORDS) as (keyof typeof WORDS)[]) {
  test(`a pager and its numbers have accessible names in ${language}`, () => {
    const [pager] = pagersOf(5, language);
    assert.equal(pager?.label, WORDS[language].lists.pages);
    assert.match(pager?.links[0]?.label ?? '', /\D*4\D*/u);
  });
}

test('a page depends on the number of pages only as far as its links do', () => {
  const options = {
    lists: WORDS.en.lists,
    words,
    hrefOf: (suffix: string) => `/list/${suffix}`,
  };
  for (const count of [1, 2, 3, 4, 11, 12, 57, 1001, 2083])
    for (let number = 1; number <= count; number += 1) {
      const page = { number, suffix: number === count ? '' : `${number}/` };
      assert.deepEqual(
        toPager(page, pagerCount(number, count), options),
        toPager(page, count, options),
        `page ${number} of ${count}`,
      );
    }
  // Most pages of a list do not change with a new one.
  let changed = 0;
  for (let number = 1; number < 2083; number += 1)
    if (pagerCount(number, 2083) !== pagerCount(number, 2084)) changed += 1;
  assert.ok(changed <= 3, `${changed} changed`);
});
