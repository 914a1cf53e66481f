import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTestFile, tomlFile, yamlFile } from '../../../tests/support/read-test-file.ts';
import { rounds } from '../../../tests/support/rounds.ts';

/** Front matter that is valid. */
const asWritten: readonly [front: string, title: string][] = [
  ['title: "null"', 'null'],
  ["title: '~'", '~'],
  ['title: Null and void', 'Null and void'],
  ['title: yes', 'yes'],
  ['title: 1.10', '1.10'],
  ['title: 12:30', '12:30'],
  ['title: 0o17', '0o17'],
  ['title: 0777', '0777'],
  ['title: 2026-01-06', '2026-01-06'],
  ['title: "Port #9 opens"', 'Port #9 opens'],
  ['title: Port#9 opens', 'Port#9 opens'],
  ['title: !!str yes', 'yes'],
  ['title: "No\u00a0break"', 'No break'],
  ['title: 여자\u200c말', '여자\u200c말'],
];

for (const [front, title] of asWritten) {
  test(`${JSON.stringify(front)} is read as it is written`, () => {
    const { content, lines } = yamlFile(front);
    assert.deepEqual(lines, []);
    assert.equal(content?.fields.title, title);
  });
}

const wrong: readonly [front: string, ...lines: string[]][] = [
  ...['title: null', 'title: ~', 'title:', 'title: ""', 'title: " "'].map(
    (front): [string, string] => [
      front,
      'a.md:2:1  title: missing; expected a headline; add `title: …`',
    ],
  ),
  [
    'title: "\u200b"',
    'a.md:2:8  title: expected a headline, got U+200B (zero-width space), which nobody sees',
  ],
  [
    'title: "\u3164\u2060"',
    'a.md:2:8  title: expected a headline, got U+3164 (Hangul filler), which nobody sees',
  ],
  [
    'title: A\nsummary: "\u200b\u00a0"\nauthors: [~, {name: null}]\nkeyPoints: ["\u00ad"]',
    'a.md:3:10  summary: expected text, got U+200B (zero-width space), which nobody sees',
    'a.md:4:11  authors.0.name: missing; expected a name',
    'a.md:4:21  authors.1.name: missing; expected a name',
    'a.md:5:13  keyPoints.0: expected text, got U+00AD (soft hyphen), which nobody sees',
  ],
  [
    'title: A\ncorrections: [{date: 2026-01-06, text: B, kind: clarificaton}]',
    'a.md:3:49  corrections.0.kind: expected one of correction, clarification, update, retraction, got "clarificaton"; did you mean `clarification`?',
  ],
  [
    'title: A\ncanonical: Self',
    'a.md:3:12  canonical: expected `self`, `original` or an address such as https://example.org/page, got "Self"; did you mean `self`?',
  ],
  [
    'title: A\ndraft: fasle',
    'a.md:3:8  draft: expected `true` or `false`, got "fasle"; did you mean `false`?',
  ],
  [
    'title: A: b',
    'a.md:2:8  front matter: expected valid YAML, got "title: A: b" (text that holds a colon, without quotes); put the text in quotes: `title: "A: b"`',
  ],
  [
    'topics: [C #1, D]\ntitle: A',
    'a.md:3:1  front matter: expected valid YAML, got "title: A" (in the line above `#` begins a comment); put the text with `#` in quotes',
  ],
  [
    'title: *Exclusive*',
    'a.md:2:8  front matter: expected valid YAML, got "title: *Exclusive*" (text that begins with a sign); put the text in quotes: `title: "*Exclusive*"`',
  ],
  [
    'title: A\nimage: *ferry',
    'a.md:3:8  front matter: expected valid YAML, got "image: *ferry" (text that begins with a sign); put the text in quotes: `image: "*ferry"`',
  ],
  [
    'title: [Live] Ferry',
    'a.md:2:15  front matter: expected valid YAML, got "title: [Live] Ferry" (text behind a closing sign); put the text in quotes: `title: "[Live] Ferry"`',
  ],
  [
    "title: 'It's on'",
    'a.md:2:12  front matter: expected valid YAML, got "title: \'It\'s on\'" (text behind a closing sign); put the text in quotes: `title: "It\'s on"`',
  ],
  [
    'title: "C:\\data"',
    'a.md:2:11  front matter: expected valid YAML, got "title: \\"C:\\\\data\\"" (a backslash within double quotes); put the text in single quotes, or write each backslash twice',
  ],
  [
    'title:A\ndate: 2026-01-06',
    'a.md:2:1  front matter: expected valid YAML, got "title:A" (no space after the colon); write `title: A`',
  ],
  [
    'title： A',
    'a.md:2:1  front matter: expected valid YAML, got "title： A" (a full-width colon); write `:` and a space',
  ],
  [
    'title: A\ndate: x\ntitle: B\ndate: y',
    'a.md:4:1  front matter: expected valid YAML, got "title: B" (`title` is given in line 2 already); give each key once: remove one of the two lines',
    'a.md:5:1  front matter: expected valid YAML, got "date: y" (`date` is given in line 3 already); give each key once: remove one of the two lines',
  ],
  [
    'title: A\nauthors:\n\u00a0\u00a0- Jane Roe',
    'a.md:4:1  front matter: expected valid YAML, got U+00A0 (no-break space), which nobody sees; write an ordinary space in its place',
  ],
  [
    'title:\u00a0A\ndate: 2026-01-06',
    'a.md:2:7  front matter: expected valid YAML, got U+00A0 (no-break space), which nobody sees; write an ordinary space in its place',
  ],
  [
    'title: A\ndate: {created: 2024-01-02, updated: 2024-02-03}',
    'a.md:3:7  date: expected a date such as 2026-03-04 or 2026-03-04T09:30+09:00, got a mapping; write `date: 2024-01-02` and `updated: 2024-02-03`, each on a line of its own',
  ],
  [
    'title: A\ndate: 2026/1/6',
    'a.md:3:7  date: expected a date such as 2026-03-04 or 2026-03-04T09:30+09:00, got "2026/1/6"; write 2026-01-06',
  ],
  [
    'title: A\npublishDate: soon\ndate: 2026-01-06',
    'a.md:3:14  publishDate: expected a date such as 2026-03-04 or 2026-03-04T09:30+09:00, got "soon"; correct it, or write `draft: true` or `date: …` in its place',
  ],
  [
    'title: A\npublished: perhaps',
    'a.md:3:12  published: expected `true`, `false` or a date, got "perhaps"; correct it, or write `draft: true` or `date: …` in its place',
  ],
];

for (const [front, ...lines] of wrong) {
  test(`${JSON.stringify(front)} is an error that says what to write`, () => {
    const { content, lines: reported } = yamlFile(front);
    assert.equal(content, undefined);
    assert.deepEqual(reported, lines);
  });
}

const inToml: readonly [front: string, line: string][] = [
  [
    'title = A bridge',
    'a.md:2:9  front matter: expected valid TOML, got "title = A bridge" (text without quotes); put the text in quotes: `title = "A bridge"`',
  ],
  [
    'title = “A”',
    'a.md:2:9  front matter: expected valid TOML, got "title = “A”" (text without quotes); put the text in quotes: `title = "A"`',
  ],
  [
    'title: A',
    'a.md:2:6  front matter: expected valid TOML, got "title: A" (a colon in place of `=`); put the text in quotes: `title = "A"`',
  ],
  [
    'title = "A"\ndate = 2026-01-06\ntitle = "B"',
    'a.md:4:1  front matter: expected valid TOML, got "title = \\"B\\"" (`title` is given in line 2 already); give each key once: remove one of the two lines',
  ],
];

for (const [front, line] of inToml) {
  test(`TOML ${JSON.stringify(front)} is an error that says what to write`, () => {
    assert.deepEqual(tomlFile(front).lines, [line]);
  });
}

const surprising: readonly [front: string, place: string, got: string, cure: string][] = [
  ['title: Port #9 opens', '2:13  warning: title', '#9 opens', '`title: "Port #9 opens"`'],
  ['title: Port # 9', '2:13  warning: title', '# 9', '`title: "Port # 9"`'],
  ['title: &co goes', '2:8  warning: title', '&co', '`title: "&co goes"`'],
  ['title: !Achtung now', '2:8  warning: title', '!Achtung', '`title: "!Achtung now"`'],
  ['title: ! now', '2:8  warning: title', '!', '`title: "! now"`'],
  [
    'title: A\ntopics: [Port] # x\nsection: Port #9',
    '4:15  warning: section',
    '#9',
    '"Port #9"',
  ],
  ['title: A\ntopics:\n  - C #1', '4:7  warning: topics', '#1', '`- "C #1"`'],
  [
    'title: A\nimage:\n  alt: Pier #4 now',
    '4:13  warning: image.alt',
    '#4 now',
    '`alt: "Pier #4 now"`',
  ],
];

for (const [front, place, got, cure] of surprising) {
  test(`${JSON.stringify(front)} is a warning, since YAML drops a part`, () => {
    const { content, lines } = yamlFile(front);
    assert.ok(content);
    assert.equal(lines.length, 1);
    assert.ok(lines[0]?.startsWith(`a.md:${place}: `), lines[0]);
    assert.ok(lines[0]?.includes(`got ${got}, which YAML takes for `), lines[0]);
    assert.ok(lines[0]?.includes(cure), lines[0]);
  });
}

test('accepts intended comments and anchors', () => {
  const { lines } = yamlFile(
    'title: A\ndate: 2026-01-06 #1\ncard: ./a.png #x\ncanonical: https://a.example/ #y\ndraft: false #z\nsection: World # the main one\ntopics: &t [A]\n# note\nkeyPoints: *t',
  );
  assert.deepEqual(lines, []);
});

test('reads synonyms, with a warning', () => {
  const { content, lines } = yamlFile(
    'Title: A\npubDate: 2024-01-02\nauthor: Jane Roe\ntags: [a, b]\nlast_modified_at: 2024-02-03\ndeck: Words.\nlicense: CC0',
  );
  assert.deepEqual(content?.fields, {
    title: 'A',
    date: { day: '2024-01-02' },
    updated: { day: '2024-02-03' },
    summary: 'Words.',
    topics: ['a', 'b'],
    authors: [{ name: 'Jane Roe' }],
    licence: { name: 'CC0' },
  });
  assert.equal(lines.length, 7);
  assert.equal(
    lines[2],
    'a.md:4:1  warning: author: expected the name `authors`, got "author"; it is read as `authors`',
  );
  assert.deepEqual(content?.places['authors'], [4, 9]);
});

test('ignores ambiguous synonyms', () => {
  const front = [
    'title: A',
    'date: 2024-02-02',
    'summary: Mine.',
    'description: Theirs.',
    'tags: one two',
    'lastmod: 2024-01-01',
    'author: {name: A, handle: "@a"}',
  ];
  const { content, lines } = yamlFile(front.join('\n'));
  assert.equal(content?.fields.summary, 'Mine.');
  assert.deepEqual(
    [content?.fields.topics, content?.fields.updated, content?.fields.authors],
    [...[undefined, undefined, undefined]],
  );
  assert.equal(lines.length, 4);
  for (const line of lines) assert.match(line, /expected a known field, .*did you mean/u);
});

const openings: readonly [text: string, got: string][] = [
  ['———\ntitle: A\n---\n', '"———"; write three hyphens, `---`, and nothing else on the line'],
  ['\n\n---\ntitle: A\n---\n', 'an empty line; remove what is above line 3'],
  ['\u200b---\ntitle: A\n---\n', 'U+200B (zero-width space), which nobody sees; remove it'],
  ['Text.', '"Text."; begin with `---`, `title: …`, `date: …`, `---`'],
];

for (const [text, got] of openings) {
  test(`a file that begins with ${JSON.stringify(text)} reports what is there instead of a fence`, () => {
    const { lines } = readTestFile(text);
    assert.equal(lines.length, 1);
    assert.ok(lines[0]?.endsWith(`\`---\` or \`+++\` in the first line, got ${got}`), lines[0]);
  });
}

test('ignores byte order marks', () => {
  assert.deepEqual(readTestFile('\ufeff\ufeff---\ntitle: A\n---\n').lines, []);
});

test('checks the other fields of a file with an error', () => {
  const { content, fields } = yamlFile(
    'title: A\ndate: 2026-01-06\nauthors: [{name: B, url: nowhere}]',
  );
  assert.equal(content, undefined);
  assert.deepEqual(fields, { title: 'A', date: { day: '2026-01-06' } });
});

test('rejects front matter that is too long before parsing', () => {
  const { lines } = yamlFile(`title: A\n${'\n'.repeat(1_900_000)}date: 2026-01-06`);
  assert.deepEqual(lines, [
    'a.md:2:1  front matter: expected front matter of at most 100000 characters, got 1900025; put long text below it, and remove empty lines',
  ]);
});

/** A third of a length; all of it in `npm run test:long`. */
const scaled = (length: number) => Math.floor(rounds(length / 3, length));

/** Front matter of the maximum length, which needs minutes if parsing is not linear. */
const long: readonly string[] = [
  `topics: [${'a,'.repeat(scaled(49_000))}b]`,
  `topics: [${'{a: b},'.repeat(scaled(14_000))}b]`,
  `topics:\n${'- a\n'.repeat(scaled(24_000))}`,
  Array.from({ length: scaled(9_000) }, (_, index) => `k${index}: a`).join('\n'),
  Array.from({ length: scaled(7_000) }, (_, index) => `k${index}: &a${index} x`).join('\n'),
  `title: ${'a #'.repeat(scaled(33_000))}`,
  `title: "${'<!-- a -->'.repeat(scaled(9_900))}"`,
  `title: "${'**a '.repeat(scaled(24_000))}"`,
  `title: "${'&amp;'.repeat(scaled(19_000))}"`,
  `topics: ["${'%%'.repeat(scaled(48_000))}"]`,
  `topics: ["${'{{!'.repeat(scaled(32_000))}"]`,
];

test('parses long front matter in linear time', () => {
  for (const front of long) assert.ok(yamlFile(front).lines.length > 0, front.slice(0, 40));
});
