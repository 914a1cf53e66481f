import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rounds } from '../../../tests/support/rounds.ts';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { readContentFile } from './read-content-file.ts';

function read(text: string) {
  const options = { path: 'a.md', file: 'a.md', languages: ['en'], nesting: 100 };
  const bytes = new TextEncoder().encode(text);
  const { content, faulty, problems } = readContentFile(bytes, {
    ...options,
    keyOf: () => 'key',
  });
  return { content, fields: (content ?? faulty)?.fields, lines: problems.map(formatProblem) };
}

const yaml = (front: string) => read(`---\n${front}\n---\n\nText.\n`);
const toml = (front: string) => read(`+++\n${front}\n+++\n\nText.\n`);

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
    const { content, lines } = yaml(front);
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
    const { content, lines: reported } = yaml(front);
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
    assert.deepEqual(toml(front).lines, [line]);
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
    const { content, lines } = yaml(front);
    assert.ok(content);
    assert.equal(lines.length, 1);
    assert.ok(lines[0]?.startsWith(`a.md:${place}: `), lines[0]);
    assert.ok(lines[0]?.includes(`got ${got}, which YAML takes for `), lines[0]);
    assert.ok(lines[0]?.includes(cure), lines[0]);
  });
}

test('accepts intended comments and anchors', () => {
  const { lines } = yaml(
    'title: A\ndate: 2026-01-06 #1\ncard: ./a.png #x\ncanonical: https://a.example/ #y\ndraft: false #z\nsection: World # the main one\ntopics: &t [A]\n# note\nkeyPoints: *t',
  );
  assert.deepEqual(lines, []);
});

/** Fields that keep an article unpublished. */
const held: readonly [front: string, field: string, holds: object][] = [
  ['published: false', 'published', { draft: true }],
  ['publish: no', 'publish', { draft: true }],
  ['private: true', 'private', { draft: true }],
  ['unlisted: "yes"', 'unlisted', { draft: true }],
  ['hidden: True', 'hidden', { draft: true }],
  ['headless: true', 'headless', { draft: true }],
  ['_build: {render: never}', '_build', { draft: true }],
  ['_build:\n  list: never', '_build', { draft: true }],
  ['build: {render: false}', 'build', { draft: true }],
  ['permalink: false', 'permalink', { draft: true }],
  ['status: private', 'status', { draft: true }],
  ['visibility: members', 'visibility', { draft: true }],
  ['eleventyExcludeFromCollections: true', 'eleventyExcludeFromCollections', { draft: true }],
  ['password: opensesame', 'password', { draft: true }],
  ['visible: false', 'visible', { draft: true }],
  ['deleted: true', 'deleted', { draft: true }],
  ['wip: true', 'wip', { draft: true }],
  ['render: false', 'render', { draft: true }],
  ['status: 초고', 'status', { draft: true }],
  ['status: Entwurf', 'status', { draft: true }],
  ['publish_after: 2031-01-02', 'publish_after', { release: { day: '2031-01-02' } }],
  ['Publish Date: 2031-01-02', 'Publish Date', { release: { day: '2031-01-02' } }],
  ['not_before: 2031-01-02', 'not_before', { release: { day: '2031-01-02' } }],
  ['post_date: 2031-01-02', 'post_date', { release: { day: '2031-01-02' } }],
  ['엠바고: 2031-01-02', '엠바고', { release: { day: '2031-01-02' } }],
  ['expire_at: 2025-01-02', 'expire_at', { expires: { day: '2025-01-02' } }],
  ['publishDate: 2031-01-02', 'publishDate', { release: { day: '2031-01-02' } }],
  ['publish_date: 2031-01-02', 'publish_date', { release: { day: '2031-01-02' } }],
  ['pubDatetime: 2031-01-02', 'pubDatetime', { release: { day: '2031-01-02' } }],
  ['published: 2031-01-02', 'published', { release: { day: '2031-01-02' } }],
  ['embargo: 2031-01-02', 'embargo', { release: { day: '2031-01-02' } }],
  ['expiryDate: 2025-01-02', 'expiryDate', { expires: { day: '2025-01-02' } }],
  ['protected: true', 'protected', { draft: true }],
  ['members_only: yes', 'members_only', { draft: true }],
  ['access: subscribers', 'access', { draft: true }],
  ['build: {list: local}', 'build', { draft: true }],
  ['release_on: 2031-01-02', 'release_on', { release: { day: '2031-01-02' } }],
  ['unpublish_date: 2025-01-02', 'unpublish_date', { expires: { day: '2025-01-02' } }],
];

test('custom fields keep an article unpublished too', () => {
  const { content, lines } = yaml(
    'title: A\ndate: 2024-01-02\nparams: {draft: true}\nextra:\n  embargo: 2031-01-02',
  );
  assert.deepEqual(content?.holds, { draft: true, release: { day: '2031-01-02' } });
  assert.ok(
    lines.some((line) => line.startsWith('a.md:6:12  warning: extra.embargo: ')),
    lines.join('\n'),
  );
});

for (const [front, field, holds] of held) {
  test(`${JSON.stringify(front)} keeps an article unpublished, with a warning`, () => {
    const { content, lines } = yaml(`title: A\ndate: 2024-01-02\n${front}`);
    assert.deepEqual(content?.holds, holds);
    assert.equal(lines.length, 1);
    assert.match(
      lines[0] ?? '',
      new RegExp(`warning: ${field}: .*the text is not published`, 'u'),
    );
    assert.doesNotMatch(lines[0] ?? '', /opensesame/u);
  });
}

test('ignores such fields with values that change nothing', () => {
  const { content, lines } = yaml(
    'title: A\ndate: 2024-01-02\npublished: true\nprivate: false\npublishDate: 2024-01-02\nexpiryDate: false\nstatus: published\nvisibility: public\nembargo: none',
  );
  assert.deepEqual(content?.holds, { draft: false, release: { day: '2024-01-02' } });
  assert.deepEqual(lines, []);
});

test('reads synonyms, with a warning', () => {
  const { content, lines } = yaml(
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
  const { content, lines } = yaml(front.join('\n'));
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
    const { lines } = read(text);
    assert.equal(lines.length, 1);
    assert.ok(lines[0]?.endsWith(`\`---\` or \`+++\` in the first line, got ${got}`), lines[0]);
  });
}

test('ignores byte order marks', () => {
  assert.deepEqual(read('\ufeff\ufeff---\ntitle: A\n---\n').lines, []);
});

test('checks the other fields of a file with an error', () => {
  const { content, fields } = yaml(
    'title: A\ndate: 2026-01-06\nauthors: [{name: B, url: nowhere}]',
  );
  assert.equal(content, undefined);
  assert.deepEqual(fields, { title: 'A', date: { day: '2026-01-06' } });
});

/** Markup in fields: front matter, and each warning without `a.md:`. */
const markup: readonly [front: string, ...lines: string[]][] = [
  [
    'title: The **port** opens',
    '2:12  warning: title: expected plain text, got "**port**" (bold marks); plain text is printed as written; write the words alone',
  ],
  [
    "title: It&#8217;s AT&amp;T\nsummary: '[Words](https://a.example/) and <b>more</b>'",
    '2:10  warning: title: expected plain text, got "&#8217;" (a character reference); plain text is printed as written; write `’`',
    '2:21  warning: title: expected plain text, got "&amp;" (a character reference); plain text is printed as written; write `&`',
    '3:11  warning: summary: expected plain text, got "[Words](https://a.example/)" (a link); plain text is printed as written; write the words alone, and put the link into the text',
    '3:43  warning: summary: expected plain text, got "<b>" (an HTML tag); plain text is printed as written; write the words without it',
    '3:50  warning: summary: expected plain text, got "</b>" (an HTML tag); plain text is printed as written; write the words without it',
  ],
  [
    'title: A\nauthors: [{name: "[[Jane Roe]]"}, "`Ann`"]\ntopics: [_Tides_]\nsection: "**World**"\nsource: "**Post**"\nlicence: A{{< x >}}\ntranslator: ==Ann==\ndateline: "\\\\*BUSAN"',
    '3:19  warning: authors.0.name: expected plain text, got "[[Jane Roe]]" (a wiki link); plain text is printed as written; write the words without it, or its content',
    '3:36  warning: authors.1.name: expected plain text, got "`Ann`" (marks for code); plain text is printed as written; write the words alone, or in quotation marks',
    '4:10  warning: topics.0: expected plain text, got "_Tides_" (emphasis marks); plain text is printed as written; write the words alone',
    '5:11  warning: section: expected plain text, got "**World**" (bold marks); plain text is printed as written; write the words alone',
    '6:10  warning: source.name: expected plain text, got "**Post**" (bold marks); plain text is printed as written; write the words alone',
    '7:11  warning: licence.name: expected plain text, got "{{< x >}}" (a Hugo shortcode); plain text is printed as written; write the words without it, or its content',
    '8:13  warning: translator: expected plain text, got "==Ann==" (a highlight); plain text is printed as written; write the words without it, or its content',
    '9:13  warning: dateline: expected plain text, got "\\\\*" (an escaped sign); plain text is printed as written; write `*`',
  ],
  [
    'title: "The tide :wave: rises: 50%, 1+1, a=b, a@b.example"\ntranslator: Ann ++Bee++\nkeyPoints: [a %%b]',
    '2:18  warning: title: expected plain text, got ":wave:" (an emoji code); plain text is printed as written; write the words without it, or its content',
    '3:17  warning: translator: expected plain text, got "++Bee++" (inserted text); plain text is printed as written; write the words without it, or its content',
    '4:15  warning: keyPoints.0: expected plain text, got "%%" (an unclosed hidden comment); plain text is printed as written; write the words without it, or its content',
  ],
  [
    'title: A\nimage: {credit: "\u1fefRoe\u1fef via =\u0001=Post=="}',
    '3:17  warning: image.credit.creator: expected plain text, got "`Roe`" (marks for code); plain text is printed as written; write the words alone, or in quotation marks',
    '3:17  warning: image.credit.source: expected plain text, got "==Post==" (a highlight); plain text is printed as written; write the words without it, or its content',
  ],
  [
    'title: A\nkeyPoints:\n  - One <br> two\n  - |\n    - three\n    - four\ncorrections:\n  - date: 2026-05-02\n    text: Not ~~five~~ six.',
    '4:9  warning: keyPoints.0: expected plain text, got "<br>" (an HTML tag); plain text is printed as written; write the words without it',
    '6:5  warning: keyPoints.1: expected plain text, got "- three" (a list); plain text is printed as written; write sentences, or put it into the text',
    '10:15  warning: corrections.0.text: expected plain text, got "~~five~~" (marks for deleted text); plain text is printed as written; write the final words',
  ],
  [
    'title: A\nimage:\n  alt: A *boat*\n  caption: 이것은 **강조**다\n  credit: {creator: "**Jane**", source: A&nbsp;B}',
    '4:10  warning: image.alt: expected plain text, got "*boat*" (emphasis marks); plain text is printed as written; write the words alone',
    '5:16  warning: image.caption: expected plain text, got "**강조**" (bold marks); plain text is printed as written; write the words alone',
    '6:22  warning: image.credit.creator: expected plain text, got "**Jane**" (bold marks); plain text is printed as written; write the words alone',
    '6:42  warning: image.credit.source: expected plain text, got "&nbsp;" (a character reference); plain text is printed as written; write the character itself',
  ],
  [
    'title: A <!-- ask --> B\nsummary: Words %%again%%.\ntopics: ["Tides {# why #}", "{{% comment %}}x{{% /comment %}}Ports"]\nauthors: Jane Roe {/* who */}',
    '2:10  warning: title: expected text for readers, got "<!-- ask -->" (a hidden comment); it is not published; remove it when it is no longer needed',
    '3:16  warning: summary: expected text for readers, got "%%again%%" (a hidden comment); it is not published; remove it when it is no longer needed',
    '4:17  warning: topics.0: expected text for readers, got "{# why #}" (a hidden comment); it is not published; remove it when it is no longer needed',
    '4:30  warning: topics.1: expected text for readers, got "{{% comment %}}x{{% /comment %}}" (a hidden comment); it is not published; remove it when it is no longer needed',
    '5:19  warning: authors: expected text for readers, got "{/* who */}" (a hidden comment); it is not published; remove it when it is no longer needed',
  ],
  [
    'title: A <!-- ask',
    '2:10  warning: title: expected a remark that closes, got "<!--"; readers see all of it; write where the remark ends, or remove it',
  ],
  [
    'title: "{# ask #}"',
    '2:9  warning: title: expected text for readers, got "{# ask #}" (a hidden comment); it is not published; remove it when it is no longer needed',
    '2:1  title: missing; expected a headline; add `title: …`',
  ],
  [
    'title: "\u0301"\nsummary: \ufffd\ufffd',
    '2:8  title: expected a headline, got U+0301, an accent without a letter',
    '3:10  summary: expected text, got U+FFFD, the replacement for unreadable characters',
  ],
];

for (const [front, ...expected] of markup) {
  test(`warns about markup in ${JSON.stringify(front).slice(0, 60)}`, () => {
    const { lines } = yaml(
      front.includes('date: 2026-01') ? front : `${front}\ndate: 2026-01-06`,
    );
    assert.deepEqual(
      lines,
      expected.map((line) => `a.md:${line}`),
    );
  });
}

test('warns about markup in TOML with its position', () => {
  const { lines } = toml(
    'title = "The **port**"\ndate = 2026-01-06\nsummary = """\nOne\n<b>two</b>"""',
  );
  assert.deepEqual(
    lines.map((line) => line.slice(0, line.indexOf(';'))),
    [
      'a.md:2:14  warning: title: expected plain text, got "**port**" (bold marks)',
      'a.md:6:1  warning: summary: expected plain text, got "<b>" (an HTML tag)',
      'a.md:6:7  warning: summary: expected plain text, got "</b>" (an HTML tag)',
    ],
  );
});

test('does not publish hidden comments of a field', () => {
  const { fields } = yaml(
    'title: A <!-- ask --> B\ndate: 2026-01-06\nsummary: Words %%again%%.',
  );
  assert.deepEqual([fields?.title, fields?.summary], ['A B', 'Words .']);
});

/** Ordinary text that resembles markup. */
const plainTexts: readonly string[] = [
  ...['5 * 3 * 2', '5*3*2', 'AT&T', 'a < b > c', 'C:\\path', 'C:\\_x\\_y', 'snake_case_name'],
  ...[
    '[sic] a',
    'R&D',
    '*Jane and *John',
    'Jane* and John*',
    '#1',
    'Dear <name>',
    '<first name> a',
    'x & y; z',
  ],
  ...[
    'f**k and s**t',
    'Q&A; R&B;',
    '1. FC Köln gewinnt',
    '* Correction',
    '- 5 Grad',
    '9~11시, 2~4시',
  ],
  ...[
    '5 > 3',
    '>5 %',
    '^_^',
    '¯\\_(ツ)_/¯',
    'C++ and C#',
    'a@b.example',
    'https://a.example/_a_/b*c*',
  ],
  ...[
    '{name} x',
    'US$5-$6',
    '100%%',
    '100 %% sure',
    '[속보] 서울시',
    '[서울=연합] x',
    '#MeToo',
    'a|b',
    '~5',
  ],
];

test('accepts ordinary text that resembles markup', () => {
  for (const text of plainTexts) {
    const { lines } = yaml(`title: '${text}'\ndate: 2026-01-06`);
    assert.deepEqual(lines, [], text);
  }
});

test('rejects front matter that is too long before parsing', () => {
  const { lines } = yaml(`title: A\n${'\n'.repeat(1_900_000)}date: 2026-01-06`);
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
  for (const front of long) assert.ok(yaml(front).lines.length > 0, front.slice(0, 40));
});
