import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWholePage } from './is-whole-page.ts';

for (const [status, type, whole] of [
  [200, 'text/html; charset=utf-8', true],
  [200, 'application/xml', false],
  [206, 'text/html', false],
  [404, 'text/html', false],
  [503, 'text/html', false],
] as const)
  test(`${status} with ${type} is ${whole ? '' : 'no '}page to keep`, () => {
    const answer = new Response('', { status, headers: { 'content-type': type } });
    assert.equal(isWholePage(answer), whole);
  });
