import assert from 'node:assert/strict';
import { test } from 'node:test';
import { costlyMarkdown } from '../../../tests/support/costly-markdown.ts';
import { testOptions } from '../../../tests/support/markdown-options.ts';
import { rounds } from '../../../tests/support/rounds.ts';
import { measureEffort, measureNesting } from './limits.ts';
import { needsReference } from './needs-reference.ts';
import { renderMarkdown } from './render-markdown.ts';

const nestings: readonly (readonly [string, string, number])[] = [
  ['plain text', 'one\n\ntwo', 0],
  ['quotations with spaces', '> > > a', 3],
  ['quotations without spaces', '>>>a', 3],
  ['a mix in one line', '> - > 1. a', 4],
  ['items in one line', '- - - a', 3],
  ['items by indentation', '- a\n  - b\n    - c', 3],
  ['numbered items by indentation', '1. a\n   1. b\n      1. c', 3],
  ['items below lazy lines', '> > a\nlazy\n    - b', 3],
  ['footnotes in footnotes', '[^a]: [^b]: c', 2],
  ['a thematic break is not a list', '- - - - -\n* * * * * *', 0],
  ['deeply indented code is not a list', `${' '.repeat(400)}a`, 0],
];

for (const [name, markdown, expected] of nestings)
  test(`measures nesting: ${name}`, () => assert.equal(measureNesting(markdown), expected));

const tooDeep: readonly (readonly [string, string, number])[] = [
  ['5,000 quotations', '>'.repeat(5000), 7],
  ['spaced quotations', `a\n\n${'> '.repeat(101)}a`, 9],
  ['a deep mix', `${'> - '.repeat(60)}a`, 7],
  [
    '400 lists in each other',
    Array.from({ length: 400 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
    406,
  ],
  ['emphasis', `a\n\n${'*a '.repeat(150)}b${' a*'.repeat(150)}`, 9],
  ['blocks', `${':::note\n'.repeat(101)}a${'\n:::'.repeat(101)}`, 107],
  ['brackets do not nest links, tags do', '<div>'.repeat(50_000), 7],
  ['bold within bold', `a\n\nb ${'<b>'.repeat(50_000)}`, 9],
];

for (const [name, markdown, line] of tooDeep) {
  for (const parser of ['fast', 'reference'] as const) {
    test(`rejects too deep nesting: ${name} (${parser} parser)`, () => {
      const { rendered, problems } = renderMarkdown(markdown, {
        ...testOptions,
        firstLine: 7,
        parser,
      });
      const [problem] = problems;
      assert.equal(rendered.text, '');
      assert.equal(problems.length, 1);
      assert.equal(problem?.field, 'text');
      assert.equal(problem?.severity, 'error');
      const message = /^expected nesting no deeper than 100, got (\d+)$/u;
      assert.ok(Number(message.exec(problem?.message ?? '')?.[1]) > 100, problem?.message);
      assert.equal(problem?.line, line);
    });
  }
}

test('accepts a hundred levels of nesting', () => {
  const blocks = `${':::note\n'.repeat(100)}a${'\n:::'.repeat(100)}`;
  for (const markdown of [
    `${'>'.repeat(100)}a`,
    `${'- '.repeat(100)}a`,
    '<div>'.repeat(99),
    blocks,
  ]) {
    for (const parser of ['fast', 'reference'] as const)
      assert.deepEqual(renderMarkdown(markdown, { ...testOptions, parser }).problems, []);
  }
});

test('measures little effort for a long ordinary article', () => {
  const article =
    'A paragraph with **bold**, *emphasis* and [a link](https://a.example/).\n\n- item\n';
  assert.ok(measureEffort(article.repeat(1000)) < 100_000_000);
});

for (const [name, make] of Object.entries(costlyMarkdown)) {
  test(`renders costly Markdown: ${name}`, () => {
    // Checks before parsing are linear: in `npm run test:long` with the longest allowed text.
    const long = make(rounds(300_000, 2_000_000));
    measureNesting(long);
    measureEffort(long);
    needsReference(long);
    for (const parser of ['fast', 'reference'] as const)
      assert.doesNotThrow(() => renderMarkdown(make(1500), { ...testOptions, parser }));
  });
}

/** Inputs that take seconds if rendering is not linear. */
const long: Readonly<Record<string, string>> = {
  'spaces in an address': `<a href="x${' '.repeat(150_000)}x">y</a>`,
  'controls in an address': `<a href="x${'\u0001'.repeat(150_000)}x">y</a>`,
  'comments without an end': `a ${'<!--'.repeat(15_000)}`,
  'instructions without an end': `a ${'<?'.repeat(30_000)}`,
  'CDATA without an end': `a ${'<![CDATA['.repeat(8_000)}`,
  'comments without an end in many lines': `a ${'b <!--\n'.repeat(10_000)}`,
  'many blocks': ':::note\na\n:::\n'.repeat(5000),
  'blocks without an end': '::::note\n'.repeat(10_000) + ':::\n'.repeat(10_000),
  'blocks in each other': ':::note\n'.repeat(10_000) + ':::\n'.repeat(10_000),
  'tabs before a line end': `a${'\t'.repeat(150_000)}b\nc`,
  'line ends in a listing': `\`\`\`\na${'\n'.repeat(150_000)}b\n\`\`\``,
};
for (const [name, markdown] of Object.entries(long)) {
  test(`renders quickly: ${name}`, () => {
    const before = process.cpuUsage();
    renderMarkdown(markdown, testOptions);
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 5_000_000, `${(user + system) / 1000} ms`);
  });
}

test('measures little effort for closed comments', () => {
  const text = 'a <!-- b --> c <?d?> e\n'.repeat(20_000);
  assert.ok(measureEffort(text) < 10_000_000);
});
