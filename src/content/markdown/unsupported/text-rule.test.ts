import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomMarkdown } from '../../../../tests/support/random-markdown.ts';
import { constructs } from '../../../../tests/support/unsupported-constructs.ts';
import { parseMarkdown } from '../parse-markdown.ts';
import { blockRules } from './block-rules.ts';
import { dialectRules } from './dialect-rules.ts';
import { foreignRules } from './foreign-rules.ts';
import { formulaRules } from './formula-rules.ts';
import { leftoverRules } from './leftover-rules.ts';
import { type Masks, maskSource } from './mask-source.ts';
import { scanHtml } from './scan-html.ts';
import { templateRules } from './template-rules.ts';

const rules = [
  ...[...formulaRules, ...blockRules, ...templateRules],
  ...[...dialectRules, ...foreignRules, ...leftoverRules],
];

/** For each sign of the rules that have several. */
const others = [
  '---\nlayout: post\n---\n\nText.',
  'One.\n\n+++\ndraft = true\n+++\n\nTwo.',
  ...['＞ One', '＃ One', 'One ＊＊two＊＊.', 'One ｀two｀.'],
  ...['[one]（two.jpg)', '［one］(two.jpg)', '[one](https://post.example/）'],
  ...['｜漢字《かんじ》', '{漢字|かんじ}', '|===', '////', '....', '++++'],
  'Term\n: Meaning',
  'A $`x`$ and `words`_.',
];
const random = Array.from({ length: 1500 }, (_, seed) => randomMarkdown(seed, 2 + (seed % 20)));
const texts = [...constructs.map(([, source]) => source), ...others, ...random];
const masks = texts.map((text): Masks => {
  const tree = parseMarkdown(text, 'reference');
  return maskSource(tree, text, scanHtml(tree, text));
});

test('each match of a rule contains one of the strings that are searched for first', () => {
  for (const { name, pattern, with: parts, in: mask = 'prose' } of rules)
    for (const text of masks.map((own) => own[mask]))
      if (text.search(pattern) >= 0)
        assert.ok(
          [parts].flat().some((part) => text.includes(part)),
          `${name}: ${JSON.stringify(text)}`,
        );
});

test('a rule with several search strings has a test text for each', () => {
  for (const { name, pattern, with: parts, in: mask = 'prose' } of rules) {
    if (typeof parts === 'string') continue;
    const found = masks.map((own) => own[mask]).filter((text) => text.search(pattern) >= 0);
    for (const part of parts) {
      const alone = (text: string) =>
        parts.every((one) => text.includes(one) === (one === part));
      assert.ok(found.some(alone), `${name}: ${part}`);
    }
  }
});
