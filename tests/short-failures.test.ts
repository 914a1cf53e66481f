import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestEvent } from 'node:test/reporters';
import { reportShort } from './short-failures.ts';

async function* failing(error: Error): AsyncGenerator<TestEvent> {
  const details = { duration_ms: 1, error };
  const place = { nesting: 0, testNumber: 1, file: 'a.test.ts', line: 1, column: 1 };
  yield { type: 'test:fail', data: { name: 'a page', ...place, details } } as TestEvent;
}

async function printed(error: Error): Promise<string> {
  let text = '';
  for await (const part of reportShort(failing(error))) text += part;
  return text;
}

function failureOf(compare: () => void): Error {
  try {
    compare();
  } catch (cause) {
    const code = { code: 'ERR_TEST_FAILURE', failureType: 'testCodeFailure' };
    return Object.assign(new Error('a page', { cause }), code);
  }
  throw new Error('does not fail');
}

test('prints the start of a long page, not all of it', async () => {
  const page = `<h1>Front</h1>${'<p>Text.</p>'.repeat(10_000)}`;
  const text = await printed(failureOf(() => assert.match(page, /Footer/u)));
  assert.ok(
    text.includes('did not match the regular expression /Footer/u'),
    text.slice(0, 500),
  );
  assert.ok(text.includes('<h1>Front</h1>'));
  assert.match(text, /\(\d+ more characters\)/u);
  assert.ok(text.length < 8000, `${text.length} characters`);
});

test('prints a short difference completely', async () => {
  const text = await printed(failureOf(() => assert.deepEqual(['a', 'b'], ['a', 'c'])));
  assert.match(text, /\+ +'b'\s+- +'c'/u);
  assert.doesNotMatch(text, /more characters/u);
});
