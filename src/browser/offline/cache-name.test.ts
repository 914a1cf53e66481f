import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cacheName, isOutdated } from './cache-name.ts';

test('a cache is named after what it holds and the path of its site', () => {
  assert.equal(cacheName('kept', 'https://news.example/news/'), 'dateline:1:kept:/news/');
  assert.equal(cacheName('kept', '/'), 'dateline:1:kept:/');
});

test('only caches of this site and of another form are outdated', () => {
  for (const [name, outdated] of [
    ['dateline:0:kept:/', true],
    ['dateline:1:kept:/', false],
    ['dateline:0:kept:/news/', false],
    ['another', false],
  ] as const)
    assert.equal(isOutdated(name, 'https://news.example/'), outdated, name);
});
