import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listExternalLinks } from './list-external-links.ts';

const text = `---
title: A bridge
# see https://comment.example/
source: {name: X, url: https://source.example/a}
authors:
  - {name: Roe, url: "https://roe.example/?a=1,2"}
---

A [report](https://a.example/one "One"), [the city][city] and [here](/here/ "x").

> Bare https://bare.example/x. And <https://angle.example/>, [own](https://news.example/2026/).

![](http://pictures.example/a.png) <a
  href='https://raw.example/?a=1&amp;b=2'>x</a>

\`https://code.example/\`

[city]: https://city.example/서울
[mail]: mailto:a@b.example
`;

test('lists links to other sites with their positions', () => {
  const links = listExternalLinks(text, 'content/a.md', {
    siteUrl: 'https://news.example',
    language: 'en',
  });
  assert.deepEqual(
    links.map(({ line, column, address }) => `${line}:${column} ${address}`),
    [
      '4:24 https://source.example/a',
      '6:23 https://roe.example/?a=1,2',
      '9:3 https://a.example/one',
      '11:8 https://bare.example/x',
      '11:36 https://angle.example/',
      '13:1 http://pictures.example/a.png',
      '14:1 https://raw.example/?a=1&b=2',
      '18:1 https://city.example/서울',
    ],
  );
});

test('lists nothing for a text without links to other sites', () => {
  assert.deepEqual(listExternalLinks('', 'a.md', { language: 'en' }), []);
  assert.deepEqual(
    listExternalLinks('[a](b.md) [c](javascript:x) [d](//e.example/)', 'a.md', {
      language: 'en',
    }),
    [],
  );
});

test('a bare URL in a Korean text ends before the Korean that follows it', () => {
  const [link] = listExternalLinks('https://post.example/doc에서 보라.', 'a.ko.md', {
    language: 'ko',
  });
  assert.equal(link?.address, 'https://post.example/doc');
});
