import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Genre } from '../../../content/article/genre.ts';
import type { Brief } from '../story-inputs.ts';
import { composeFront } from './compose-front.ts';
import type { FrontBlock } from './front-block.ts';

/**
 * Stories, newest first, as words: `a` a story of section `a`, `-` one without a section, `A` or
 * `+` one with a picture, `a!` an opinion.
 */
function stories(words: string): Brief[] {
  return words.split(' ').map((word, index) => {
    const section = word.charAt(0).toLowerCase();
    const genre: Genre = word.endsWith('!') ? 'opinion' : 'news';
    return {
      language: 'en',
      address: `/${index + 1}/`,
      title: 'The harbour trust questions the quota',
      summary: 'It takes effect in forty days. The boats had expected more time for it.',
      date: { precision: 'day', day: '2026-05-01' },
      authors: [],
      genre,
      ...('-+'.includes(section) ? {} : { section: { slug: section, names: { '': section } } }),
      ...(/[A-Z+]/u.test(word)
        ? { picture: { alt: '', info: { kind: 'picture', name: 'a', width: 3, height: 2 } } }
        : {}),
    };
  });
}

const compose = (words: string) =>
  composeFront({ newest: stories(words), sections: ['a', 'b', 'c', 'd', 'e'] });

/** A row as text: `a: wide1 | text2 text3`, with numbers as in the list. */
function shown({ group, continued, columns }: FrontBlock): string {
  const title = group && !continued ? `${group.section ?? '-'}: ` : '';
  return (
    title +
    columns
      .map((column) => {
        const own = column.group ? `${column.group.section ?? '-'}: ` : '';
        return (
          own +
          column.stories.map(({ brief, place }) => place + brief.address.slice(1, -1)).join(' ')
        );
      })
      .join(' | ')
  );
}

const cases: readonly [what: string, words: string, rows: readonly string[]][] = [
  ['one story', 'A', ['lead1']],
  ['a second story with a picture is wide', 'A A', ['lead1', 'wide2']],
  ['stories without pictures share a row', 'a b c', ['lead1', 'text2 | text3']],
  ['stories with pictures have the same size', 'A B C A', ['lead1', 'card2 | card3 | card4']],
  ['one picture is beside the stories without', 'A b C a', ['lead1', 'wide3 | text2 text4']],
  [
    'the lead is the newest with a picture among the first',
    'a b C a',
    ['lead3', 'text1 | text2 | text4'],
  ],
  ['an opinion is not the lead', 'A! B A', ['lead2', 'card1 | card3']],
];

for (const [what, words, rows] of cases)
  test(`front page: ${what}`, () => {
    assert.deepEqual(compose(words).map(shown), rows);
  });

test('the stories below the lead are of different sections', () => {
  const [, top] = compose('A A A A A B C D A A A A A A A');
  const sections = top?.columns.map(({ stories: [first] }) => first?.brief.section?.slug);
  assert.deepEqual(sections?.toSorted().slice(-3), ['b', 'c', 'd']);
});

test('opinions have a row of their own', () => {
  const row = compose('A a! B b! a a b b c d e A').find(({ kind }) => kind === 'opinion');
  assert.equal(row && shown(row), 'opinion2 | opinion4');
});

test('small sections share a row', () => {
  const rows = compose('A A B C D a a b b c d e a a a a a').map(shown);
  assert.ok(
    rows.some((row) => (row.match(/\b[a-e]: /gu) ?? []).length > 1),
    rows.join('\n'),
  );
});

test('what an editor chose comes first', () => {
  const all = stories('A B C D E a b c d e A B');
  const pick = (...numbers: number[]) => numbers.map((number) => all[number - 1] as Brief);
  const blocks = composeFront({
    newest: all,
    sections: ['a', 'b', 'c', 'd', 'e'],
    chosen: {
      lead: pick(9)[0],
      order: pick(8, 5, 7),
      packages: [{ title: 'Harbour', briefs: pick(2, 6, 1) }],
    },
  });
  const [lead, top] = blocks;
  assert.equal(lead && shown(lead), 'lead9');
  const first = top?.columns.flatMap((column) =>
    column.stories.map(({ brief }) => brief.address),
  );
  for (const address of ['/8/', '/5/', '/7/']) assert.ok(first?.includes(address), address);
  const own = blocks.find(({ title }) => title === 'Harbour');
  assert.deepEqual(
    own?.columns
      .flatMap((column) => column.stories.map(({ brief }) => brief.address))
      .toSorted(),
    ['/1/', '/2/', '/6/'],
  );
  const places = blocks.flatMap(({ columns }) => columns.flatMap((column) => column.stories));
  assert.equal(new Set(places.map(({ brief }) => brief.address)).size, all.length);
  assert.equal(places.length, all.length);
});

test('a running story has a package, its first story large', () => {
  const all = stories('A B a b c C d D e E A B');
  const briefs = [3, 2, 4, 5, 8].map((number) => all[number - 1] as Brief);
  const story = { slug: 'flood', title: 'The flood' };
  const blocks = composeFront({
    newest: all,
    running: [{ story, briefs }],
    sections: ['a', 'b', 'c', 'd', 'e'],
  });
  const own = blocks.filter((block) => block.story);
  assert.deepEqual(own.map(shown), ['wide2 | text3 text4 | text5 text8']);
  const places = blocks.flatMap(({ columns }) => columns.flatMap((column) => column.stories));
  assert.equal(new Set(places.map(({ brief }) => brief.address)).size, all.length);
  assert.equal(places.length, all.length);
});

const withoutPackage: readonly [
  why: string,
  words: string,
  parts: number[],
  order: number[],
][] = [
  ['one of its two articles leads', 'A B C D E A b c d e', [1, 2], []],
  ['an editor put one of two at the top', 'A B C D E A b c d e', [2, 3], [3]],
  ['there are few other articles', 'A B C D E', [2, 3], []],
  ['all are opinions', 'A b! c! D E A b c d e', [2, 3], []],
];
for (const [why, words, parts, order] of withoutPackage)
  test(`a running story has no package where ${why}`, () => {
    const all = stories(words);
    const pick = (numbers: number[]) => numbers.map((number) => all[number - 1] as Brief);
    const blocks = composeFront({
      newest: all,
      running: [{ story: { slug: 'flood', title: 'The flood' }, briefs: pick(parts) }],
      chosen: order.length > 0 ? { order: pick([1, ...order]), packages: [] } : undefined,
      sections: ['a', 'b', 'c', 'd', 'e'],
    });
    assert.deepEqual(
      blocks.filter(({ story }) => story),
      [],
    );
  });

test('the packages of running stories have no gap', () => {
  const forms: readonly [words: string, row: string][] = [
    ['A', 'wide1'],
    ['a', 'tall1'],
    ['A B', 'wide1 | text2'],
    ['a B', 'tall1 | text2'],
    ['a b c d', 'tall1 | text2 text3 text4'],
    ['a b c d e', 'tall1 | text2 text3 | text4 text5'],
  ];
  for (const [words, row] of forms) {
    const briefs = stories(words);
    const story = { slug: 'flood', title: 'The flood' };
    const [lead] = stories('A').map((brief) => ({ ...brief, address: '/lead/' }));
    const blocks = composeFront({
      newest: lead ? [lead] : [],
      chosen: { order: [], packages: [{ story, briefs, isNamed: true }] },
      sections: ['a'],
    });
    assert.deepEqual(blocks.slice(1).map(shown), [row], words);
  }
});

/** Many kinds of stories in all numbers. */
const mixed = ['A b C d E a- B c D', 'a b c d', 'A B C D E', '- - + -', 'A! b! c a'];
test('every story is in one place, and a row has one to four columns', () => {
  for (const pattern of mixed)
    for (let count = 1; count <= 60; count += 1) {
      const words = Array.from({ length: count }, (_, index) => {
        const all = pattern.split(' ');
        return all[(index * 7 + Math.floor(index / 5)) % all.length];
      }).join(' ');
      const blocks = compose(words);
      const places = blocks.flatMap(({ columns }) => columns.flatMap((own) => own.stories));
      assert.equal(places.length, count, words);
      assert.equal(new Set(places.map(({ brief }) => brief.address)).size, count, words);
      for (const { columns } of blocks) {
        const across = columns.reduce((sum, { span = 1 }) => sum + span, 0);
        assert.ok(across >= 1 && across <= 4, words);
        for (const { stories } of columns) assert.ok(stories.length > 0, words);
      }
      // A large picture needs one, and a story with one shows it unless it is beside the lead.
      for (const { brief, place } of places)
        if (['card', 'wide', 'flat'].includes(place)) assert.ok(brief.picture, words);
    }
});
