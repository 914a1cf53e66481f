import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBlocks, readAttributes } from './find-fences.ts';

const lines: [line: string, name: string, title: string, attributes: object][] = [
  [':::note', 'note', '', {}],
  [':::note[A title]', 'note', 'A title', {}],
  [':::note[A [nested] title]{open}', 'note', 'A [nested] title', { open: '' }],
  [':::note A title', 'note', 'A title', {}],
  ['::: details A title {open}', 'details', 'A title', { open: '' }],
  ['::: note note', 'note', 'note', {}],
  [':::note[]', 'note', '', {}],
  ['  :::::note', 'note', '', {}],
  ['> > - 1. :::note', 'note', '', {}],
  ['::: {.note #id key="two words"}', 'note', '', { id: 'id', key: 'two words' }],
  [':::메모 제목', '메모', '제목', {}],
  [':::note[제목]', 'note', '제목', {}],
];

for (const [line, name, title, attributes] of lines)
  test(`reads ${line}`, () => {
    const [[open] = []] = findBlocks(
      `${line}\nWords.\n${line.includes(':::::') ? ':::::' : ':::'}`,
      [],
    );
    assert.ok(open);
    assert.equal(open.name, name);
    assert.equal(open.title ? line.slice(...open.title) : '', title);
    assert.deepEqual(open.attributes, attributes);
    assert.equal(line.slice(...open.range), line.slice(line.indexOf(':::')));
  });

const texts = [
  ':::',
  '::: Notice :::\nWords.\n:::',
  ':::-\n:::',
  ':: note\n::',
  '::note[Title]',
  'Words :::note\n:::',
  ':::note',
  '::::note\n:::',
];
for (const text of texts)
  test(`finds no block in ${JSON.stringify(text)}`, () => {
    assert.deepEqual(findBlocks(text, []), []);
  });

test('pairs lines of the same length, else the innermost that is shorter', () => {
  const pairs = (source: string) =>
    findBlocks(source, []).map(([open, close]) => [open.line, close?.line]);
  assert.deepEqual(pairs('::::a\n:::b\n:::\n::::'), [
    [2, 3],
    [1, 4],
  ]);
  assert.deepEqual(pairs(':::a\n:::b\n:::\n:::'), [
    [2, 3],
    [1, 4],
  ]);
  assert.deepEqual(pairs('::::a\n:::b\n::::'), [[1, 3]]);
  assert.deepEqual(pairs(':::a\n:::::'), [[1, 2]]);
});

test('reads attributes', () => {
  assert.deepEqual(
    { ...readAttributes(`{a=1 b="two words" c='3' .d .e #f g ="h" __proto__=i}`) },
    Object.fromEntries([
      ['a', '1'],
      ['b', 'two words'],
      ['c', '3'],
      ['id', 'f'],
      ['g', 'h'],
      ['__proto__', 'i'],
      ['class', 'd e'],
    ]),
  );
});

test('takes linear time', () => {
  const start = performance.now();
  findBlocks(`${':::note\n'.repeat(50_000)}${':::\n'.repeat(50_000)}`, []);
  findBlocks(`${'::::note\n'.repeat(50_000)}${':::\n'.repeat(50_000)}`, []);
  findBlocks(`:::note${' a'.repeat(50_000)}`, []);
  findBlocks(`${' '.repeat(100_000)}:::`, []);
  assert.ok(performance.now() - start < 3000);
});
