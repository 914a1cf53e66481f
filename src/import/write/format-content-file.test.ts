import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitFrontMatter } from '../../content/article/split-front-matter.ts';
import { parseYamlFields } from '../../content/fields/parse-yaml-fields.ts';
import type { DraftFields } from '../draft.ts';
import { formatContentFile } from './format-content-file.ts';

function readBack(fields: DraftFields) {
  const parts = splitFrontMatter(formatContentFile({ fields, body: 'Text.\n' }));
  assert.equal(parts.format, 'yaml');
  assert.equal(parts.body, '\nText.\n');
  const { fields: read, problems } = parseYamlFields(parts.frontMatter, 2);
  assert.deepEqual(problems, []);
  return read?.value ?? {};
}

const headlines: readonly string[] = [
  'A bridge',
  '---',
  '--- draft: true',
  '+++',
  'Before --- after',
  'Seoul: the bridge, again',
  'Say "no"',
  "It's 'so'",
  `Both "one" and 'two': yes`,
  '# 1 in the world',
  'Why # is a sign',
  '@home, !important, &anchor, *star, %percent, `tick`',
  '@home',
  '!important',
  '&anchor *alias',
  '*star',
  '%YAML 1.2',
  '`tick`',
  '- a list',
  '? a question',
  ': a colon',
  'ends with:',
  '| a pipe',
  '> a fold',
  '[a, b]',
  '{a: b}',
  '{{ title }}',
  'null',
  '~',
  'yes',
  'No',
  'true',
  '1984',
  '1_000',
  '0x10',
  '12:30:45',
  '3.14',
  '.inf',
  '2026-01-06',
  'back\\slash \\n',
  '🙂 and 한국어 and العربية',
  '<script>alert(1)</script>',
  'x'.repeat(500),
];

for (const title of headlines) {
  test(`keeps a headline: ${title.slice(0, 40)}`, () => {
    const read = readBack({ title, date: '2026-01-06', topics: [title], summary: title });
    assert.equal(read['title'], title);
    assert.equal(read['summary'], title);
    assert.deepEqual(read['topics'], [title]);
    assert.deepEqual(Object.keys(read), ['title', 'date', 'summary', 'topics']);
  });
}

const tidied: readonly [written: string, title: string][] = [
  ['two\nlines', 'two lines'],
  ['one\n---\ndraft: true\n---\n', 'one --- draft: true ---'],
  ['tab\there', 'tab here'],
  ['nul\0and bell\u0007', 'nuland bell'],
  ['  space  around  ', 'space around'],
];

for (const [written, title] of tidied) {
  test(`writes a headline on one line: ${JSON.stringify(written)}`, () => {
    assert.deepEqual({ ...readBack({ title: written }) }, { title });
  });
}

test('writes fields in a fixed order, without empty ones, and dates without quotes', () => {
  const text = formatContentFile({
    fields: {
      lang: 'ko',
      source: { url: 'https://a.example/1' },
      image: {},
      topics: [],
      summary: ' ',
      date: '2026-01-06',
      title: 'A',
    },
    body: '\n\nText.\n\n\n',
  });
  assert.equal(
    text,
    '---\ntitle: A\ndate: 2026-01-06\nsource:\n  url: https://a.example/1\nlang: ko\n---\n\nText.\n',
  );
});
