import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Citation, toText } from './citation.ts';
import { citationFormats } from './citation-formats.ts';

const bridge: Citation = {
  title: 'Four districts vote to keep their bridge',
  authors: [{ name: 'Lena Park' }, { name: 'Omar Diaz' }],
  translators: [],
  publication: 'The Daily Test',
  published: '2026-05-20',
  accessed: '2026-06-01',
  url: 'https://news.example/2026/05/20/bridge/',
  language: 'en',
};

function cite(name: string | undefined, changes: Partial<Citation> = {}): string {
  const format = citationFormats.find((one) => one.name === name);
  assert.ok(format);
  return toText(format.format({ ...bridge, ...changes }, 'Accessed {date}'));
}

const whole: readonly [format: string | undefined, text: string][] = [
  [
    undefined,
    'Lena Park and Omar Diaz. Four districts vote to keep their bridge. The Daily Test, 20 May 2026. https://news.example/2026/05/20/bridge/ (Accessed 1 June 2026)',
  ],
  [
    'APA',
    'Lena Park & Omar Diaz. (2026, May 20). Four districts vote to keep their bridge. The Daily Test. Retrieved June 1, 2026, from https://news.example/2026/05/20/bridge/',
  ],
  [
    'Chicago',
    'Lena Park and Omar Diaz. “Four districts vote to keep their bridge.” The Daily Test, May 20, 2026. Accessed June 1, 2026. https://news.example/2026/05/20/bridge/.',
  ],
  [
    'BibTeX',
    `@article{bridge-2026,
  author = {{Lena Park} and {Omar Diaz}},
  title = {{Four districts vote to keep their bridge}},
  journal = {{The Daily Test}},
  year = {2026},
  month = may,
  day = {20},
  url = {https://news.example/2026/05/20/bridge/},
  urldate = {2026-06-01},
  language = {en},
}`,
  ],
  [
    'RIS',
    `TY  - NEWS
AU  - Lena Park
AU  - Omar Diaz
TI  - Four districts vote to keep their bridge
T2  - The Daily Test
DA  - 2026/05/20
PY  - 2026
LA  - en
UR  - https://news.example/2026/05/20/bridge/
Y2  - 2026/06/01
ER  - `,
  ],
  [
    'Wikipedia',
    '{{cite news |author=Lena Park |author2=Omar Diaz |title=Four districts vote to keep their bridge |work=The Daily Test |date=2026-05-20 |url=https://news.example/2026/05/20/bridge/ |access-date=2026-06-01}}',
  ],
];
for (const [format, text] of whole) {
  test(`${format ?? 'plain text'} cites a whole article`, () =>
    assert.equal(cite(format), text));
}

test('CSL-JSON cites a whole article', () =>
  assert.deepEqual(JSON.parse(cite('CSL-JSON')), [
    {
      id: 'bridge-2026',
      type: 'article-newspaper',
      title: bridge.title,
      author: [{ literal: 'Lena Park' }, { literal: 'Omar Diaz' }],
      'container-title': 'The Daily Test',
      issued: { 'date-parts': [[2026, 5, 20]] },
      accessed: { 'date-parts': [[2026, 6, 1]] },
      URL: bridge.url,
      language: 'en',
    },
  ]));

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `Writer ${index + 1}` }));
const known = [
  { name: 'Mary-Jane Ann Watson', family: 'Watson', given: 'Mary-Jane Ann' },
  { name: '김민정', family: '김', given: '민정' },
];

/** The start of a citation, or a part of it. */
const cases: readonly {
  readonly of: string;
  readonly changes: Partial<Citation>;
  readonly texts: Readonly<Record<string, string>>;
}[] = [
  {
    of: 'no authors: the headline is first',
    changes: { authors: [] },
    texts: {
      APA: 'Four districts vote to keep their bridge. (2026, May 20). The Daily Test.',
      Chicago: '“Four districts vote to keep their bridge.” The Daily Test, May 20',
      BibTeX: '@article{bridge-2026,\n  title =',
      RIS: 'TY  - NEWS\nTI  - Four',
      'CSL-JSON': '"type": "article-newspaper",\n    "title"',
      Wikipedia: '{{cite news |title=Four',
    },
  },
  {
    of: 'one author',
    changes: { authors: people(1) },
    texts: { APA: 'Writer 1. (2026', Chicago: 'Writer 1. “Four' },
  },
  {
    of: 'three authors',
    changes: { authors: people(3) },
    texts: {
      APA: 'Writer 1, Writer 2, & Writer 3. (2026',
      Chicago: 'Writer 1, Writer 2, and Writer 3. “',
    },
  },
  {
    of: 'more authors than are listed',
    changes: { authors: people(23) },
    texts: {
      APA: 'Writer 19, . . . Writer 23. (2026',
      Chicago: 'Writer 1, Writer 2, Writer 3, et al. “Four',
      Wikipedia: '|author23=Writer 23 |title',
    },
  },
  {
    of: 'names with known parts',
    changes: { authors: known },
    texts: {
      APA: 'Watson, M.-J. A., & 김, 민정. (2026',
      Chicago: 'Watson, Mary-Jane Ann, and 김민정. “',
      BibTeX: 'author = {{Watson}, Mary-Jane Ann and {김}, 민정}',
      RIS: 'AU  - Watson, Mary-Jane Ann\nAU  - 김, 민정',
      'CSL-JSON': '"family": "Watson",\n        "given": "Mary-Jane Ann"',
      Wikipedia: '|last=Watson |first=Mary-Jane Ann |last2=김 |first2=민정 |',
    },
  },
  {
    of: 'an organisation with a comma, a full stop and an "and"',
    changes: { authors: [{ name: 'Bridges and Roads, Inc.' }] },
    texts: {
      APA: 'Bridges and Roads, Inc. (2026',
      Chicago: 'Bridges and Roads, Inc. “Four',
      BibTeX: 'author = {{Bridges and Roads, Inc.}}',
      RIS: 'AU  - Bridges and Roads Inc.\n',
      Wikipedia: '|author=((Bridges and Roads, Inc.)) |',
    },
  },
  {
    of: 'a translation',
    changes: { translators: [{ name: '박서준' }], language: 'ko', title: '다리' },
    texts: {
      APA: '다리 (박서준, Trans.). The Daily Test.',
      Chicago: '“다리.” Translated by 박서준. The Daily Test, ',
      BibTeX: 'translator = {{박서준}}',
      RIS: 'A4  - 박서준\nLA  - ko',
      'CSL-JSON': '"translator": [\n      {\n        "literal": "박서준"',
      Wikipedia: '|translator=박서준 |language=ko |',
    },
  },
  {
    of: 'a headline that is a question',
    changes: { title: 'Who pays?' },
    texts: {
      APA: 'Who pays? The Daily Test.',
      Chicago: '“Who pays?” The Daily Test',
    },
  },
  {
    of: 'a headline with quotation marks',
    changes: { title: '“We stay”, says mayor' },
    texts: { Chicago: '“‘We stay’, says mayor.” The' },
  },
  {
    of: 'a headline with special characters',
    changes: { title: String.raw`50% of {C}# & D_E cost $5 ~ \x^2 [a|b] ''q'' <i> &amp; ~~~~` },
    texts: {
      APA: String.raw`50% of {C}# & D_E cost $5 ~ \x^2 [a|b] ''q'' <i> &amp; ~~~~. The`,
      BibTeX: String.raw`{{50\% of \textbraceleft{}C\textbraceright{}\# \& D\_E cost \$5 \textasciitilde{} \textbackslash{}x\textasciicircum{}2 [a|b] ''q'' <i> \&amp; `,
      Wikipedia:
        '|title=50% of &#123;C&#125;# & D_E cost $5 ~ \\x^2 &#91;a&#124;b&#93; &#39;&#39;q&#39;&#39; &#60;i&#62; &amp;amp; &#126;&#126;&#126;&#126; |',
    },
  },
  {
    of: 'a page without a date and a publication',
    changes: (({ published: _, ...rest }) => ({ ...rest, publication: '' }))(bridge),
    texts: {
      BibTeX: '@article{bridge-',
      RIS: 'AU  - Omar Diaz\nTI  - ',
    },
  },
  {
    of: 'a URL in another script with characters of markup',
    changes: { url: 'https://news.example/2026/05/20/%EB%8B%A4%EB%A6%AC/?a={b}|c' },
    texts: {
      BibTeX: 'url = {https://news.example/2026/05/20/%EB%8B%A4%EB%A6%AC/?a=%7Bb%7D|c}',
      'CSL-JSON': '"id": "article-2026"',
      Wikipedia: '/%EB%8B%A4%EB%A6%AC/?a=%7Bb%7D%7Cc |access',
    },
  },
];
for (const { of, changes, texts } of cases) {
  for (const [format, text] of Object.entries(texts)) {
    test(`${format} cites ${of}`, () => {
      const made = cite(format, changes);
      assert.ok(made.includes(text), made);
    });
  }
}

test('every format omits the date of a page without one', () => {
  const { published: _, ...undated } = bridge;
  for (const { format } of citationFormats) {
    const made = toText(format(undated, '{date}'));
    assert.doesNotMatch(made, /undefined|NaN|May 20|2026-05-20/u);
  }
});

test('plain text is in the language of the page and keeps the date in every zone', () => {
  const zone = process.env['TZ'];
  try {
    for (const TZ of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      process.env['TZ'] = TZ;
      const made = cite(undefined, { language: 'ko' });
      assert.match(made, /Lena Park 및 Omar Diaz\. .* The Daily Test, 2026년 5월 20일\. /u);
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});
