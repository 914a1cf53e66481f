import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOptions } from '../../../../tests/support/markdown-options.ts';
import { fillReferences } from '../fill-references.ts';
import { renderMarkdown } from '../render-markdown.ts';

/** The HTML of a text, with the name of each style sheet at its place, and those at the beginning. */
function render(markdown: string): { html: string; opening: string[] } {
  const { html, references } = renderMarkdown(markdown, testOptions).rendered;
  const opening = references.flatMap((one) =>
    one.kind === 'style' && one.opening ? [one.style] : [],
  );
  const fill = (index: number) => {
    const one = references[index];
    return one?.kind === 'style' && !one.opening ? `{${one.style}}` : '';
  };
  return {
    html: fillReferences(html, fill).replaceAll(/ (?:id|role|aria-\w+)="[^"]*"/gu, ''),
    opening,
  };
}

const box = ':::factbox\nFacts.\n:::';
const table = '| A |\n| --- |\n| 1 |';

const cases: readonly [what: string, markdown: string, expected: RegExp][] = [
  ['the paragraph above', `One.\n\nTwo.\n\n${box}`, /<p>Two\.\{boxes\}<\/p>\s*<section/u],
  [
    'the paragraph above a heading',
    `One.\n\n## Two\n\n${box}`,
    /<p>One\.\{boxes\}<\/p>\s*<h2>Two<\/h2>\s*<section/u,
  ],
  [
    'the list item above',
    `- One\n- Two\n\n${box}`,
    /<li>Two\{boxes\}<\/li>\s*<\/ul>\s*<section/u,
  ],
  [
    'a paragraph of the block around it',
    `${box.replace('Facts.', `Facts.\n\n${table}`)}`,
    /<p>Facts\.\{tables\}<\/p>\s*<div/u,
  ],
  [
    'the cell above',
    `One.\n\n${table}\n\n${box}`,
    /<p>One\.\{tables\}<\/p>.*<td class="number">1\{boxes\}<\/td>.*<section/su,
  ],
  [
    'two sheets at one place',
    `One.\n\n:::timeline\n- 2026: Two.\n:::`,
    /<p>One\.\{boxes\}\{timeline\}<\/p>\s*<section/u,
  ],
];

for (const [what, markdown, expected] of cases)
  test(`a style sheet is at the end of the text that ended last: ${what}`, () => {
    assert.match(render(markdown).html, expected);
  });

test('a text with several blocks of a kind has their style sheet once', () => {
  const { html } = render(`One.\n\n${box}\n\nTwo.\n\n${box}\n\n${table}\n\n${table}`);
  assert.deepEqual(html.match(/\{\w+\}/gu), ['{boxes}', '{tables}']);
});

test('a text that begins with a block has its style sheet at the beginning', () => {
  const { html, opening } = render(`${table}\n\nOne.\n\n${box}`);
  assert.deepEqual(opening, ['tables']);
  assert.match(html, /<p>One\.\{boxes\}<\/p>/u);
});

test('ordinary text needs no style sheet of blocks', () => {
  const text =
    '## One\n\n> Two\n\n- Three `code`\n\n---\n\n![Four](five.jpg)\n\nSix[^1].\n\n[^1]: Seven.';
  const { html, opening } = render(text);
  assert.doesNotMatch(html, /\{\w/u);
  assert.deepEqual(opening, []);
});

test('an article cannot link a style sheet itself, or name one', () => {
  for (const text of [
    '<link rel="stylesheet" href="x.css">',
    '<link data-style="boxes">',
    '<p data-style="boxes">Words</p>',
    '<section class="box">Words</section>',
    '<img alt="</p>" src="x.jpg">',
  ]) {
    const { html, opening } = render(`Words.\n\n${text}\n\nMore.`);
    assert.doesNotMatch(html, /\{\w|<link/u, text);
    assert.deepEqual(opening, [], text);
  }
});
