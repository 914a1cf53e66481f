import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toBareHtml } from './to-bare-html.ts';

const article = {
  slug: 'a',
  title: 'A < B & "C"',
  summary: 'S',
  date: '2026-01-06',
  body: '## Two\n\n- *one*\n',
  content: '',
};

test('an article becomes a document of its title, summary and text only', () => {
  const html = toBareHtml(article);
  assert.match(html, /^<!doctype html>\n<html lang="en">/u);
  assert.ok(html.includes('<h1>A &lt; B &amp; &quot;C&quot;</h1>\n<p>S</p>\n<h2>Two</h2>'));
  assert.ok(html.includes('<li><em>one</em></li>'));
  assert.doesNotMatch(html, /<(?:style|script|img|nav)/u);
});

test('a picture has its sizes', () => {
  const picture = { file: 'a.jpg', alt: 'X', width: 16, height: 9, bytes: Buffer.of() };
  assert.ok(
    toBareHtml({ ...article, picture }).includes(
      '<img src="a.jpg" alt="X" width="16" height="9">',
    ),
  );
});
