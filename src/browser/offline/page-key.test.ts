import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageKey } from './page-key.ts';

for (const address of ['/ko/a/', '/ko/a', '/ko/a/?utm_source=mail', '/ko/a/#p-1'])
  test(`${address} is stored as one page`, () => {
    assert.equal(pageKey(`https://news.example${address}`), 'https://news.example/ko/a/');
  });
