import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContentFile } from './read-content-file.ts';

const bodies: readonly [
  name: string,
  path: string,
  body: string,
  words: number,
  min: number,
][] = [
  ['no text', 'a.md', '', 0, 1],
  ['marks and addresses', 'a.md', 'A **bold** [link](https://example.com/x) `code`.', 4, 1],
  ['a footnote', 'a.md', 'A claim.[^1]\n\n[^1]: The source.', 5, 1],
  ['a long text', 'a.md', 'word '.repeat(228 * 3), 684, 3],
  ['a long text in Korean', 'a.ko.md', '기사가 '.repeat(370), 370, 3],
];

for (const [name, path, body, words, minutes] of bodies) {
  test(`the length is that of the text without the headline: ${name}`, () => {
    const bytes = new TextEncoder().encode(`---\ntitle: The headline\n---\n\n${body}\n`);
    const options = { path, file: path, languages: ['en', 'ko'], nesting: 100 };
    const { content, problems } = readContentFile(bytes, { ...options, keyOf: () => 'key' });
    assert.deepEqual(problems, []);
    assert.deepEqual(content?.body.length, { words, minutes });
  });
}

const wrong: readonly [field: string, problem: string][] = [
  [
    'aliases: https://evil.example/',
    'aliases.0: expected an old path such as /old/address/, got "https://evil.example/"',
  ],
  [
    'canonical: maybe',
    'canonical: expected `self`, `original` or an address such as https://example.org/page, got "maybe"',
  ],
];
for (const [field, problem] of wrong) {
  test(`reports the complete expectation and the value of ${field}`, () => {
    const bytes = new TextEncoder().encode(`---\ntitle: A\n${field}\n---\n\nText.\n`);
    const options = { path: 'a.md', file: 'a.md', languages: ['en'], nesting: 100 };
    const { problems } = readContentFile(bytes, { ...options, keyOf: () => 'key' });
    assert.deepEqual(
      problems.map(({ field, message }) => `${field}: ${message}`),
      [problem],
    );
  });
}

for (const [what, line, cure] of [
  ['a tab', '\tdate: 2026-01-01', /spaces in place of tabs/u],
  ['a duplicate key', 'title: B', /each key once/u],
  ['a colon', 'summary: one: two', /in quotes/u],
] as const) {
  test(`front matter with ${what} is an error with a cure`, () => {
    const bytes = new TextEncoder().encode(`---\ntitle: A\nimage:\n${line}\n---\n\nText.\n`);
    const options = { path: 'a.md', file: 'a.md', languages: ['en'], nesting: 100 };
    const { problems } = readContentFile(bytes, { ...options, keyOf: () => 'key' });
    assert.match(problems[0]?.cure ?? '', cure);
  });
}
