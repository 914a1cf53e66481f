import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toArticleAddress } from './to-article-address.ts';

test('the address of an article has its day and the name of its file', () => {
  const cases: [string, string][] = [
    ['---\ntitle: A\ndate: 2024-05-06\n---\n', '/2024/05/06/ferry-7/'],
    ['---\ndate: 2023-12-31T22:30:00Z\ntitle: A\n---\n', '/2023/12/31/ferry-7/'],
  ];
  for (const [content, address] of cases)
    assert.equal(toArticleAddress('2024/05/ferry-7.md', content), address);
  assert.throws(() => toArticleAddress('2024/05/ferry-7.md', 'Text.'), /ferry-7\.md/u);
});
