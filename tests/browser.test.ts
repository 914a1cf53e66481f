import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserOrSkip } from './browser.ts';

test('the browser of the tests shows a page in Korean', async (t) => {
  const browser = await browserOrSkip(t);
  if (browser === undefined) return;
  const page = await browser.newPage();
  await page.setContent('<h1>이재명</h1>');
  assert.equal(await page.textContent('h1'), '이재명');
});
