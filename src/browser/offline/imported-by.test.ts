import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importedBy } from './imported-by.ts';

test('all modules that a script may load are found, once each', () => {
  const script =
    'import{a}from"./chunk.QWE-1.js";import("./list.AB12.js");import(`./list.AB12.js`);x="y.js"';
  assert.deepEqual(importedBy(script, 'https://news.example/news/assets/reader.1.js'), [
    'https://news.example/news/assets/chunk.QWE-1.js',
    'https://news.example/news/assets/list.AB12.js',
  ]);
});
