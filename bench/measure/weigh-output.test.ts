import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPage } from './weigh-output.ts';

test('finds the page of an article, not that of a translation or of another article', () => {
  const cases: [string[], string][] = [
    [
      [
        'ko/2024/05/06/ferry-7/index.html',
        '2024/05/06/ferry-7/index.html',
        'ferry-77/index.html',
      ],
      '2024/05/06/ferry-7/index.html',
    ],
    [['2024/05/06/ferry-7/history/index.html', 'ferry-7.html', 'ferry-7.md'], 'ferry-7.html'],
  ];
  for (const [paths, page] of cases) assert.equal(findPage(paths, '2024/05/ferry-7.md'), page);
  assert.throws(() => findPage(['a-ferry-7/index.html'], '2024/05/ferry-7.md'), /ferry-7\.md/u);
});
