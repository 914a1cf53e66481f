import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'astro/zod';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { checkFields } from './check-fields.ts';
import { parseYamlFields } from './parse-yaml-fields.ts';

const schema = z.strictObject({
  title: z.string({ error: 'a headline' }),
  updated: z.string().optional(),
  authors: z.array(z.string({ error: 'a name' }), { error: 'a list of names' }).optional(),
  image: z
    .preprocess(
      (value) => (typeof value === 'string' ? { file: value } : value),
      z.strictObject({ file: z.string({ error: 'a path' }) }, { error: '`file:`' }),
    )
    .optional(),
});

function check(yaml: string) {
  const { fields } = parseYamlFields(yaml, 1);
  assert.ok(fields);
  const { value, problems } = checkFields(schema, fields, 'a.md');
  return { value, lines: problems.map(formatProblem) };
}

const valid: readonly [yaml: string, value: object][] = [
  ['title: A', { title: 'A' }],
  ['title: A\nupdated:\nauthors: ~\nimage: null', { title: 'A' }],
  ['title: A\nimage: b.jpg', { title: 'A', image: { file: 'b.jpg' } }],
  ['title: A\nauthors: [B, C]', { title: 'A', authors: ['B', 'C'] }],
];

for (const [yaml, value] of valid) {
  test(`${JSON.stringify(yaml)} is valid`, () => {
    assert.deepEqual(check(yaml), { value, lines: [] });
  });
}

const wrong: readonly [yaml: string, lines: readonly string[]][] = [
  ['', ['a.md:1:1  title: missing; expected a headline']],
  ['title: [a]', ['a.md:1:8  title: expected a headline, got a list of 1']],
  ['title: {a: b}', ['a.md:1:8  title: expected a headline, got a mapping']],
  [
    'authors: {a: b}',
    [
      'a.md:1:10  authors: expected a list of names, got a mapping',
      'a.md:1:1  title: missing; expected a headline',
    ],
  ],
  [
    'title: A\nauthors:\n  - B\n  - [C]',
    ['a.md:4:5  authors.1: expected a name, got a list of 1'],
  ],
  ['title: A\nimage:\n  file: [b]', ['a.md:3:9  image.file: expected a path, got a list of 1']],
];

for (const [yaml, lines] of wrong) {
  test(`${JSON.stringify(yaml)} is invalid`, () => {
    const checked = check(yaml);
    assert.equal(checked.value, undefined);
    assert.deepEqual(checked.lines.toSorted(), [...lines].sort());
  });
}

const unknown: readonly [yaml: string, line: string][] = [
  [
    'udpated: x',
    '1:1  warning: udpated: expected a known field, got "udpated"; did you mean `updated`?',
  ],
  [
    'Author: x',
    '1:1  warning: Author: expected a known field, got "Author"; did you mean `authors`?',
  ],
  [
    'lastmod: x',
    '1:1  warning: lastmod: expected a known field, got "lastmod"; did you mean `updated`?',
  ],
  ['zebra: x', '1:1  warning: zebra: expected a known field, got "zebra"; it is not used'],
  [
    'image: {file: b, fiel: c}',
    '1:18  warning: image.fiel: expected a known field, got "fiel"; did you mean `file`?',
  ],
];

for (const [yaml, line] of unknown) {
  test(`${JSON.stringify(yaml)} is a warning, and the rest is valid`, () => {
    const { value, lines } = check(`${yaml}\ntitle: A`);
    assert.deepEqual(lines, [`a.md:${line}`]);
    assert.equal(value?.title, 'A');
  });
}
