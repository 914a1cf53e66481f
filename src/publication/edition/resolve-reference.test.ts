import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testStory } from '../../../tests/support/test-content-file.ts';
import { joinPath } from '../../content/article/file-path.ts';
import { decodePercent } from '../../language/decode-percent.ts';
import { resolveReference, type Target } from './resolve-reference.ts';

const stories = [
  'bridge.md',
  'bridge.ko.md',
  'world/lee.md',
  'world/서울.md',
  'folder/index.md',
  'pages/about.md',
].map(testStory);
const byPath = new Map(stories.map((story) => [story.path, story]));
const site = {
  byPath,
  byAddress: new Map(stories.map((story) => [story.address, story])),
  addresses: new Set(['/feed.xml', '/', '/ko/', '/section/world/', '/404.html']),
  files: new Set(['bridge.jpg', 'world/map.png', 'world/two words.pdf']),
};

/** From `world/lee.md`, at `/2026/01/06/lee/`. */
const cases: readonly [written: string, leads: string | undefined][] = [
  ['../bridge.md', 'story bridge.md'],
  ['../bridge.md#one', 'story bridge.md #one'],
  ['../bridge.ko.md?a=b#c', 'story bridge.ko.md ?a=b#c'],
  ['../bridge', 'story bridge.md'],
  ['./lee.md', 'story world/lee.md'],
  ['서울.md', 'story world/서울.md'],
  ['%EC%84%9C%EC%9A%B8.md', 'story world/서울.md'],
  ['서울.md'.normalize('NFD'), 'story world/서울.md'],
  ['../folder/', 'story folder/index.md'],
  ['../folder', 'story folder/index.md'],
  ['/bridge.md', 'story bridge.md'],
  ['/2026/01/06/bridge/', 'story bridge.md'],
  ['/2026/01/06/bridge', 'story bridge.md'],
  ['/ko/2026/01/06/bridge/#a', 'story bridge.ko.md #a'],
  ['../bridge/', 'story bridge.md'],
  ['/about/', 'story pages/about.md'],
  ['/', 'address / '],
  ['/ko/', 'address /ko/ '],
  ['/section/world/#x', 'address /section/world/ #x'],
  ['/404.html', 'address /404.html '],
  ['/feed.xml', 'address /feed.xml '],
  ['map.png', 'file world/map.png '],
  ['../bridge.jpg#a', 'file bridge.jpg #a'],
  ['two%20words.pdf', 'file world/two words.pdf '],
  ['bridge.md', undefined],
  ['../../etc/passwd', undefined],
  ['../../../bridge.md', undefined],
  ['/nowhere/', undefined],
  ['%E0%A4%A', undefined],
  ['missing.png', undefined],
];

for (const [written, leads] of cases) {
  test(`${JSON.stringify(written)} resolves to ${leads ?? 'nothing'}`, () => {
    const from = byPath.get('world/lee.md');
    assert.ok(from);
    assert.equal(show(resolveReference(written, from, site)), leads?.trim());
  });
}

function show(target: Target | undefined): string | undefined {
  if (target === undefined) return undefined;
  const { kind, suffix } = target;
  const where =
    kind === 'story' ? target.story.path : kind === 'file' ? target.path : target.address;
  return `${kind} ${where} ${suffix}`.trim();
}

test('joins paths within the folder', () => {
  const joined: readonly [base: string[], relative: string, path: string | undefined][] = [
    [['a', 'b'], '../c.md', 'a/c.md'],
    [['a'], './c.md', 'a/c.md'],
    [[], 'c//d', 'c/d'],
    [['a'], '..', undefined],
    [['a'], '../../..', undefined],
    [['a'], '../../a/c.md', undefined],
  ];
  for (const [base, relative, path] of joined) assert.equal(joinPath(base, relative), path);
});

test('keeps invalid escapes', () => {
  assert.equal(decodePercent('100%'), '100%');
  assert.equal(decodePercent('100%-%EC%84%9C'), '100%-서');
  assert.equal(decodePercent('a%20b'), 'a b');
});
