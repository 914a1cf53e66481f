import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likelyPaths } from './offer-address.ts';

for (const [path, likely] of [
  ['/2026/01/06/Bridge/', ['/2026/01/06/bridge/']],
  ['/2026/01/06/bridge/).', ['/2026/01/06/bridge/']],
  ['/2026/01/06/bridge,', ['/2026/01/06/bridge/']],
  ['/2026/01/06/bridge%20', ['/2026/01/06/bridge/']],
  ['/2026//01/06/bridge/', ['/2026/01/06/bridge/']],
  ['//evil.example/', ['/evil.example/']],
  ['/2026/01/06/bridge.html', ['/2026/01/06/bridge/']],
  ['/2026/01/06/bridge/index.php', ['/2026/01/06/bridge/']],
  ['/Old/Bridge.HTM', ['/Old/Bridge/', '/old/bridge/']],
  ['/ko/%E1%84%83%E1%85%A1%E1%84%85%E1%85%B5/', ['/ko/%EB%8B%A4%EB%A6%AC/']],
  ['/What%3F/%23Now/', ['/what%3F/%23now/']],
  ['/nothing/', []],
  ['/%', ['/%25/']],
  ['/', []],
] as const)
  test(`${path} probably means ${likely.join(' or ') || 'no other path'}`, () => {
    assert.deepEqual(likelyPaths(path), likely);
  });
