import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { createRandom } from '../../../tests/support/create-random.ts';
import { rounds } from '../../../tests/support/rounds.ts';
import { readContentFile } from '../../content/article/read-content-file.ts';
import type { Draft } from '../draft.ts';
import { formatContentFile } from '../write/format-content-file.ts';
import { readText } from './read-text.ts';

const options = { pictures: false, timeZone: 'UTC' };

const pieces =
  'the Crane harbour Of voted, rust. Quay! “said” it’s #1 # ## > >> - -- + * ** *a* _b_ __c__ a_b_c `x` ``` ~~~ ~~d~~ | |---| --- === [e] [f](g) ![h](i) [^1] [^1]: [j]: <k> </k> <!-- --> <?x ?> & &amp; &#42; &content; \\ \\* a\\ 1. 2) 10. 부두의 기중기는 港の 議会は الرافعة café 🚢 :smile: $x$ $$ {{y}} {% z %} {::comment} {/* */} {# {{! https://a.example/b_c*d?e=f&amp;g www.a.example/_h_ i_j@k.example ftp://x +++ :--- %% @home !x ^y^ =='.split(
    ' ',
  );
const breaks = [
  '\n',
  '\n',
  '\n\n',
  '\n\n',
  '\n\n\n',
  '\r\n\r\n',
  '\f',
  '\n    ',
  '\n\n\t',
  '\u2028',
];

/** Generates a text of words and signs, with words on both sides of every break. */
function createText(seed: number): string {
  const random = createRandom(seed);
  const pick = (list: readonly string[]) => list[random(list.length)] ?? '';
  // The first words become the proposed headline, and fields must not begin a remark.
  let text = 'date 2026-02-03 Ships of all kinds came to the harbour on that day.\n\nShips';
  for (let count = 5 + random(120); count > 0; count--)
    text += (random(6) === 0 ? pick(breaks) : random(30) === 0 ? '   ' : ' ') + pick(pieces);
  return text;
}

/** The words that a reader sees in the page's HTML. */
function wordsShown(draft: Draft): string[] {
  const keyOf = (text: string) => createHash('sha256').update(text).digest('hex');
  const bytes = Buffer.from(formatContentFile(draft));
  const settings = { path: 'a.md', file: 'a.md', languages: ['qaa'], nesting: 100, keyOf };
  const { content, rendered, problems } = readContentFile(bytes, settings);
  assert.ok(content && rendered, JSON.stringify(problems));
  const { title, image, dateline, source, authors } = draft.fields;
  const isTaken = draft.notes.some(({ message }) => message.endsWith(', from the first line'));
  const names = (authors ?? []).map((author) =>
    typeof author === 'string' ? author : author.name,
  );
  const fields = [isTaken ? title : '', dateline, source?.name, ...names, image?.credit];
  return wordsOf([...fields, rendered.text].join(' '));
}

/** Characters, with typographic variants treated as equal. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/["“”„«»]/gu, '"')
    .replace(/['‘’‚]/gu, "'")
    .replace(/[—–]|-{2,3}/gu, (dash) => (dash === '—' ? '---' : dash === '–' ? '--' : dash))
    .replace(/\s+/gu, '')
    .split('');
}

/** The words of the source, without markers. */
function wordsOfSource(text: string, draft: Draft): string[] {
  let rest = text.replace(/^\uFEFF?\s*date \S+/u, '').replace(/Featured image credits: /u, '');
  for (const { field, message } of draft.notes) {
    const left = field === 'dropped' ? /^"(.*)": residue/u.exec(message)?.[1] : undefined;
    if (left !== undefined) rest = rest.replace(left, '');
  }
  return wordsOf(rest);
}

function read(text: string): Draft {
  const bytes = Buffer.from(text);
  const { drafts, refused } = readText({ source: 'a.txt', bytes }, options);
  assert.deepEqual(refused, []);
  return drafts[0] as Draft;
}

function assertNoWordLost(text: string): void {
  const draft = read(text);
  const sort = (words: string[]) => words.toSorted().join('');
  const [shown, written] = [wordsShown(draft), wordsOfSource(text, draft)];
  if (sort(shown) !== sort(written)) assert.equal(shown.join(''), written.join(''));
}

test('keeps every word and sign of a generated text', () => {
  for (let seed = 1; seed <= rounds(60, 400); seed++) {
    try {
      assertNoWordLost(createText(seed));
    } catch (error) {
      throw new Error(`seed ${seed}: ${JSON.stringify(createText(seed))}`, { cause: error });
    }
  }
});

test('gives the same file for the same text', () => {
  for (let seed = 1; seed <= rounds(10, 50); seed++) {
    const text = createText(seed);
    assert.equal(formatContentFile(read(text)), formatContentFile(read(text)));
  }
});

const agencyText = ` date 2026-02-17 Northport's council has approved a “second bridge” over the harbour, after
years of argument about ferries, tolls and the view from the old town.

The vote on Monday was 21 to 14, the clerk said. Work starts in May and is to end in 2029.

A Long Dispute

The plan goes back to former mayor Ada Lund, who lost an election over it. Her successor called it
“a debt to the next generation”, according to the Northport Gazette.

Ferries And Their Crews

The two ferries carry 9,000 people a day. Their crews’ union told Radio Harbour that nobody had
asked them – not once.

Costs And Tolls

The state pays 60% of the €410 million. A toll of €1.50–€2 is planned for lorries.

What Comes Next

The court in Eastham hears two complaints in March. Mr. Lund, the mayor’s brother, brought one.

Featured image credits: City Photo Desk via Northport Archive
`;

test('reads a whole article with all its words, four headings, date and credit', () => {
  const draft = read(agencyText);
  assertNoWordLost(agencyText);
  assert.equal(draft.fields.date, '2026-02-17');
  assert.match(draft.fields.image?.credit ?? '', / via Northport Archive$/u);
  assert.equal(draft.body.match(/^## /gmu)?.length, 4);
  assert.equal(draft.notes.filter(({ certainty }) => certainty === 'doubtful').length, 1);
});
