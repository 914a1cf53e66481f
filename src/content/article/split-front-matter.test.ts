import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FrontMatterParts, splitFrontMatter } from './split-front-matter.ts';

const none = { format: 'none', frontMatter: '', frontMatterLine: 1, bodyLine: 1 } as const;

const cases: readonly [name: string, text: string, parts: FrontMatterParts][] = [
  [
    'YAML',
    '---\na: 1\nb: 2\n---\nText\n',
    {
      format: 'yaml',
      frontMatter: 'a: 1\nb: 2',
      frontMatterLine: 2,
      body: 'Text\n',
      bodyLine: 5,
    },
  ],
  [
    'TOML',
    '+++\na = 1\n+++\n\nText',
    { format: 'toml', frontMatter: 'a = 1', frontMatterLine: 2, body: '\nText', bodyLine: 4 },
  ],
  [
    'fences with spaces behind',
    '--- \na: 1\n---\t\nText',
    { format: 'yaml', frontMatter: 'a: 1', frontMatterLine: 2, body: 'Text', bodyLine: 4 },
  ],
  [
    'front matter without fields',
    '---\n---\nText',
    { format: 'yaml', frontMatter: '', frontMatterLine: 2, body: 'Text', bodyLine: 3 },
  ],
  [
    'no body',
    '---\na: 1\n---',
    { format: 'yaml', frontMatter: 'a: 1', frontMatterLine: 2, body: '', bodyLine: 4 },
  ],
  [
    'a rule in the body',
    '---\na: 1\n---\nText\n\n---\n',
    {
      format: 'yaml',
      frontMatter: 'a: 1',
      frontMatterLine: 2,
      body: 'Text\n\n---\n',
      bodyLine: 4,
    },
  ],
  ['no front matter', 'Text\n---\n', { ...none, body: 'Text\n---\n' }],
  [
    'a fence that is not the first line',
    '\n---\na: 1\n---\n',
    { ...none, body: '\n---\na: 1\n---\n' },
  ],
  ['an indented fence', ' ---\na: 1\n---\n', { ...none, body: ' ---\na: 1\n---\n' }],
  ['an unclosed fence', '---\na: 1\n', { ...none, body: '---\na: 1\n', unclosedLine: 1 }],
  ['mixed fences', '---\na: 1\n+++\n', { ...none, body: '---\na: 1\n+++\n', unclosedLine: 1 }],
];

for (const [name, text, parts] of cases) {
  test(`splits a text with ${name}`, () => {
    assert.deepEqual(splitFrontMatter(text), parts);
  });
}
