import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextPart } from './article-words.ts';
import { findExcerpts } from './find-excerpts.ts';
import type { FoundArticle } from './search-index.ts';

const plain = (parts: readonly TextPart[]) =>
  parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');

/** An article of blocks: `# …` is a heading, `> …` is before the text. */
function article(...blocks: string[]): FoundArticle {
  const anchors: FoundArticle['anchors'][number][] = [];
  const words: string[] = [];
  for (const [index, block] of blocks.entries()) {
    const text = block.replace(/^[#>] /u, '');
    const isHeading = block.startsWith('# ');
    if (!block.startsWith('> '))
      anchors.push({
        element: isHeading ? 'h2' : 'p',
        id: `id-${index}`,
        ...(isHeading ? { text } : {}),
        location: words.length,
      });
    const shown = isHeading ? `${text}.` : text;
    words.push(...(shown.includes('|') ? shown.split('|') : shown.split(' ')));
  }
  const isSpaceless = blocks.some((block) => block.includes('|'));
  const raw_content = words.join(isSpaceless ? '\u200b' : ' ');
  return { url: '/a/', meta: {}, raw_content, anchors };
}

const long = `${'All of it was said before. '.repeat(20)}The rivets were new. ${'Nobody asked. '.repeat(20)}`;
const endless = `${'and so on '.repeat(60)}rivets ${'and so on '.repeat(60)}`.trim();

const cases: readonly [
  what: string,
  article: FoundArticle,
  found: readonly number[] | readonly string[],
  excerpts: readonly (readonly [heading: string, text: string])[],
  language?: string,
][] = [
  [
    'the sentence of a word, without its neighbours',
    article(long.trim()),
    [long.split(' ').indexOf('rivets')],
    [['', 'The [rivets] were new. Nobody asked.']],
  ],
  [
    'a heading apart from its text',
    article(
      '> First words here.',
      '# Plans',
      'The bridge is planned for all of them, they say, and so is a quay.',
    ),
    [5],
    [['Plans', 'The [bridge] is planned for all of them, they say, and so is a quay.']],
  ],
  [
    'a heading that was found, and the sentence below',
    article('# Plans', 'Nothing more.'),
    [0],
    [['[Plans]', 'Nothing more.']],
  ],
  ['a heading without a text', article('One.', '# Plans'), [1], [['[Plans]', '']]],
  [
    'rows of a table as sentences',
    article('Boat · Seats. Heron · 40. Tern · 12. And there are more rows of it below here.'),
    [3],
    [['', '[Heron] · 40. Tern · 12.']],
  ],
  [
    'three paragraphs at most, in the order of the text',
    article('One a.', 'Two a a.', 'Three a.', 'Four a.'),
    [1, 3, 4, 6, 8],
    [
      ['', 'One [a].'],
      ['', 'Two [a] [a].'],
      ['', 'Three [a].'],
    ],
  ],
  [
    'the first words if only the headline was found',
    article('> A standfirst. By Roe.', '# Plans', 'Text.'),
    [],
    [['', 'A standfirst. By Roe.']],
  ],
  [
    'text that looks like tags as text',
    article('The &lt;b&gt; tag.'),
    [1],
    [['', 'The [<b>] tag.']],
  ],
  [
    'titles as parts of their sentence',
    article('Then Mr. Roe met the U.S. senator.'),
    [2],
    [['', 'Then Mr. [Roe] met the U.S. senator.']],
  ],
  [
    'a Japanese sentence without the gaps between words',
    article(
      '市|は|橋|を|守る|。|しかし|、|通行|料|は|取ら|ない|と|市長|は|述べ|た|。',
      '別|の|話|。',
    ),
    [2],
    [['', '市は[橋]を守る。しかし、通行料は取らないと市長は述べた。']],
    'ja',
  ],
  [
    'a word by another form',
    article('It began in Łódź, they say.'),
    ['lodz'],
    [['', 'It began in [Łódź], they say.']],
  ],
  [
    'another spelling',
    article('The harbours are full.'),
    ['harbor'],
    [['', 'The [harbours] are full.']],
  ],
  [
    'a German word without ß',
    article('In der Straße wohnt er.'),
    ['strasse'],
    [['', 'In der [Straße] wohnt er.']],
    'de',
  ],
  [
    'a word after an apostrophe',
    article('C’est l’œuvre du siècle.'),
    ['oeuvre'],
    [['', 'C’est [l’œuvre] du siècle.']],
    'fr',
  ],
  [
    'the ends of Korean compounds',
    article('어제 서울시의회가 교통요금을 논의했다.'),
    ['의회', '요금'],
    [['', '어제 [서울시의회가] [교통요금을] 논의했다.']],
    'ko',
  ],
  ['nothing of an empty text', article(''), [], []],
];
for (const [what, own, found, excerpts, language = 'en'] of cases) {
  test(`shows ${what}`, () => {
    const locations = found.filter((one) => typeof one === 'number');
    const unplaced = found.filter((one) => typeof one === 'string');
    const shown = findExcerpts(own, { locations, unplaced }, language);
    assert.deepEqual(
      shown.map(({ heading, text }) => [plain(heading), plain(text)]),
      excerpts,
    );
  });
}

test('cuts a sentence that is too long around what was found', () => {
  const own = article(endless);
  const [excerpt] = findExcerpts(own, { locations: [180], unplaced: [] }, 'en');
  const text = plain(excerpt?.text ?? []);
  assert.match(text, /^…(?:on|so|and) .*\[rivets\].*…$/u);
  assert.ok(text.length < 320, text);
});

test('names the words to link to', () => {
  const own = article('One two three.', '# Four five', 'Six seven.');
  const found = (...locations: number[]) =>
    findExcerpts(own, { locations, unplaced: [] }, 'en').map((excerpt) => excerpt.found);
  assert.deepEqual(found(0, 2), [[0]]);
  assert.deepEqual(found(1, 2, 5), [[1, 2], [5]]);
  assert.deepEqual(found(3, 4), [[3, 4]]);
});
