import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scriptsFrom } from './scripts-from.ts';

test('scripts that load each other are each found once', async () => {
  const texts: Readonly<Record<string, string>> = {
    'https://a.example/reader.1.js': 'import"./b.2.js";import("./c.3.js")',
    'https://a.example/b.2.js': 'import"./c.3.js"',
    'https://a.example/c.3.js': 'import"./b.2.js"',
  };
  const asked: string[] = [];
  const found = await scriptsFrom('https://a.example/reader.1.js', async (address) => {
    asked.push(address);
    return texts[address] ?? '';
  });
  assert.deepEqual([...found].sort(), Object.keys(texts).sort());
  assert.equal(asked.length, 3);
});
