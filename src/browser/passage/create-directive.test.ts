import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDirective } from './create-directive.ts';
import { findPassages } from './find-passages.ts';
import { createSearchedText } from './searched-text.ts';

/** The passage is between brackets; each line is a block. */
function passageOf(marked: string, language = 'en') {
  const from = marked.indexOf('[');
  const to = marked.indexOf(']') - 1;
  const searched = createSearchedText(marked.replace(/[[\]]/gu, ''), language);
  return { searched, passage: [from, to] as const };
}

const many = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');

const cases: readonly [what: string, marked: string, directive: object | undefined][] = [
  [
    'a passage that occurs once',
    'Before.\nThey met [in the old hall of the council] and left.',
    { textStart: 'in the old hall of the council' },
  ],
  [
    'capitals, accents and punctuation as they are',
    'Then [Émile’s “Straße” & Co. – 100%] came.',
    { textStart: 'Émile’s “Straße” & Co. – 100%' },
  ],
  [
    'parts of words, extended to whole words without spaces',
    'Then t[hey met in the old hal]l again. [x',
    { textStart: 'they met in the old hall' },
  ],
  [
    'a short one, with context of its block',
    'One two three four [bridge] five, six seven eight.',
    { textStart: 'bridge', prefix: 'two three four', suffix: 'five, six seven' },
  ],
  [
    'one that occurs twice, by the block before it',
    'The vote\nWe stay, they said, all of us.\nThe money\n[We stay, they said, all of us.]\nEnd',
    {
      textStart: 'We stay, they said, all of us.',
      prefix: 'The money',
      suffix: 'End',
    },
  ],
  [
    'one that occurs twice, apart from capitals and accents',
    'The café of the market is open.\nAh, [the Cafe of the Market] is shut.',
    { textStart: 'the Cafe of the Market', prefix: 'Ah,', suffix: 'is shut.' },
  ],
  [
    'a long one, by its first and last words',
    `See [${many}] so.`,
    { textStart: 'word0 word1 word2 word3', textEnd: 'word36 word37 word38 word39' },
  ],
  [
    'one of several blocks, by its first and last words',
    'He [said this.\nShe said that.\nAll left] the hall.',
    { textStart: 'said this.', textEnd: 'All left' },
  ],
  [
    'one that cannot be distinguished from another',
    'We stay.\n[We stay.]\nWe stay.\nWe stay.',
    undefined,
  ],
  ['only spaces', 'a[ \n ]b', undefined],
];
for (const [what, marked, directive] of cases) {
  test(`a directive for ${what}`, () => {
    const { searched, passage } = passageOf(marked);
    assert.deepEqual(createDirective(searched, passage), directive);
  });
}

const scripts: readonly [language: string, marked: string][] = [
  ['ko', '두 사람의[ 만남은] 나흘간의 국빈 방문 중에 이뤄졌다. 만남은 짧았다.'],
  ['ja', '会談は4[日間の国賓訪]問の中で行われた。4日間の国賓訪問だ。'],
  ['zh-Hans', '两国元首[在北京会晤]，这是四年来首次在北京会晤。'],
  ['ar', 'اجتمع [المجلس في القاعة] القديمة، ثم اجتمع المجلس في القاعة الجديدة.'],
  ['th', 'สภา[ประชุมในห้อง]เก่า แล้วประชุมในห้องใหม่'],
];
for (const [language, marked] of scripts) {
  test(`finds a passage in ${language} again at its place`, () => {
    const { searched, passage } = passageOf(marked, language);
    const directive = createDirective(searched, passage);
    assert.ok(directive);
    const found = [...findPassages(searched, directive)];
    assert.equal(found.length, 1);
    const [from, to] = found[0] ?? [0, 0];
    const selected = marked.slice(marked.indexOf('[') + 1, marked.indexOf(']')).trim();
    assert.ok(searched.text.slice(from, to).includes(selected));
    assert.ok(to - from < selected.length + 6, searched.text.slice(from, to));
  });
}

test('keeps the address of a long passage short in every script', () => {
  const { searched, passage } = passageOf(
    `[${'다리를 지키기로 했다. '.repeat(3)}끝났다.]`,
    'ko',
  );
  assert.ok(JSON.stringify(createDirective(searched, passage)).length < 120);
});

test('handles a text of 100,000 repeated words', () => {
  const line = 'The council met in the old hall and heard from people of all districts.';
  const text = Array.from({ length: 8000 }, (_, index) => `${line} ${index}`).join('\n');
  const searched = createSearchedText(text, 'en');
  const from = text.indexOf(`${line} 4321`);
  const directive = createDirective(searched, [from, from + line.length + 5]);
  assert.equal(directive?.textStart, `${line} 4321`);
});
