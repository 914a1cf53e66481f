import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importedBy, scriptsFrom } from './scripts-from.ts';

test('finds scripts that import each other once each', async () => {
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

test('finds each module that a script imports once', () => {
  const script =
    'import{a}from"./chunk.QWE-1.js";import("./list.AB12.js");import(`./list.AB12.js`);x="y.js"';
  assert.deepEqual(importedBy(script, 'https://news.example/news/assets/reader.1.js'), [
    'https://news.example/news/assets/chunk.QWE-1.js',
    'https://news.example/news/assets/list.AB12.js',
  ]);
});
