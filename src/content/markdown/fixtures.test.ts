import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { testOptions } from '../../../tests/support/markdown-options.ts';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { fillReferences } from './fill-references.ts';
import { renderMarkdown } from './render-markdown.ts';

// A fixture is a pair: NAME.md and NAME.html, the expected result: references filled in
// plainly, then the outline and problems in a comment. WRITE_FIXTURES=1 writes
// what is missing; read it before you commit it. NAME.ko.md is Korean.
const folder = new URL('./fixtures/', import.meta.url);

function render(markdown: string, language: string, parser: 'fast' | 'reference'): string {
  const { rendered, problems } = renderMarkdown(markdown, {
    ...testOptions,
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    parser,
  });
  const body = fillReferences(rendered.html, (index) => {
    const { kind, ...reference } = rendered.references[index] ?? {};
    const attributes = Object.entries(reference)
      .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
      .join('');
    if (kind === 'style') return ''; // tried in place-styles.test.ts
    if (kind === 'link') return ` LINK(${attributes.trim()})`;
    return `<${kind?.toUpperCase()}${attributes}>`;
  });
  const outline = rendered.outline.map(({ depth, id, text }) => `h${depth} #${id} ${text}`);
  const end = [
    ...outline,
    `lede: ${rendered.lede}`,
    ...problems.map((problem) => formatProblem(problem)),
  ];
  return `${body}\n<!--\n${end.join('\n')}\n-->\n`;
}

const names = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.slice(0, -'.md'.length));

for (const name of names) {
  const expected = new URL(`${name}.html`, folder);
  const markdown = readFileSync(new URL(`${name}.md`, folder), 'utf8');
  for (const parser of ['fast', 'reference'] as const) {
    test(`renders ${name} (${parser} parser)`, () => {
      const html = render(markdown, name.split('.')[1] ?? 'en', parser);
      if (process.env['WRITE_FIXTURES'] && !existsSync(expected)) writeFileSync(expected, html);
      assert.ok(existsSync(expected), `fixtures/${name}.html is missing`);
      assert.equal(html, readFileSync(expected, 'utf8'));
    });
  }
}
