import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAuthorFile } from './read-author-file.ts';

const read = (source: string, text: string) =>
  readAuthorFile({ source, path: `/${source}`, bytes: Buffer.from(text) });

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `a${index}: {name: A${index}, bio: B}\n`).join(
    '',
  );

const refused: readonly [what: string, source: string, text: string, reason: RegExp][] = [
  ['ten thousand authors', '_data/authors.yml', many(10_000), /larger than 262144 bytes/u],
  ['two thousand authors', '_data/authors.yml', many(2000), /2000 authors, more than 1000/u],
  ['broken YAML', '_data/authors.yml', 'a: [\n', /not closed/u],
  ['broken JSON', '_data/authors.json', '{"a": {"name": "A"', /./u],
  ['an author without a name', 'data/authors/a.toml', 'bio = "B"\n', /no name .*"a"/u],
  ['a name of signs', '_data/authors.yml', 'a: {name: "../..", bio: B}\n', /no name/u],
  [
    'deep nesting',
    '_data/authors.yml',
    `a: ${'['.repeat(5000)}${']'.repeat(5000)}\n`,
    /nest/iu,
  ],
];

for (const [what, source, text, reason] of refused)
  test(`refuses ${what}`, () => {
    const [refusal] = read(source, text)?.refused ?? [];
    assert.match(refusal?.reason ?? '', reason);
  });

test('an article about authors is left to the reader of posts', () => {
  assert.equal(
    read('content/authors/a.md', '---\ntitle: A\ndate: 2024-03-05\n---\nText.\n'),
    undefined,
  );
});

test('keeps neither addresses of scripts nor names that are paths', () => {
  const [draft] =
    read(
      '_data/authors.yml',
      'a: {name: "../../x", web: "javascript:alert(1)", twitter: "x/../y", bio: B}\n',
    )?.drafts ?? [];
  assert.equal(draft?.name, 'x');
  assert.deepEqual(draft?.person?.sameAs, []);
  assert.deepEqual(
    draft?.notes.map(({ message }) => message),
    ['web: "javascript:alert(1)"', 'twitter: "x/../y"'],
  );
});
