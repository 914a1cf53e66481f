import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseFragment, serialize } from 'parse5';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { cleanText } from '../../src/content/markdown/clean-text.ts';
import { fillReferences } from '../../src/content/markdown/fill-references.ts';
import { createMarkdownJob } from '../../src/content/markdown/markdown-job.ts';
import { parseMarkdown } from '../../src/content/markdown/parse-markdown.ts';
import { steps } from '../../src/content/markdown/pipeline.ts';
import { renderMarkdown } from '../../src/content/markdown/render-markdown.ts';
import { numberFootnotes } from '../../src/content/markdown/steps/number-footnotes.ts';
import { sanitise } from '../../src/content/markdown/steps/sanitise.ts';
import { toHtmlTree } from '../../src/content/markdown/steps/to-html-tree.ts';
import { testOptions } from '../support/markdown-options.ts';
import { rounds } from '../support/rounds.ts';
import { faultOf } from './allowed-markup.ts';
import { parseElements } from './parse-elements.ts';
import { randomMarkdown } from './random-content.ts';

const count = rounds(200, 12_000);
const texts = Array.from({ length: count }, (_, n) => randomMarkdown(n * 7919 + 1, n % 4));

// Ends only a hanging test, not one on a slow machine.
const options = { timeout: count * 1000 };

test(
  'random Markdown becomes only allowed elements, which browsers parse as written',
  options,
  () => {
    for (const markdown of texts) {
      const { html, references } = renderMarkdown(markdown, testOptions).rendered;
      const page = fillReferences(html, (index) =>
        references[index]?.kind === 'caption'
          ? '<figcaption>x</figcaption>'
          : references[index]?.kind === 'link'
            ? ' href="/x/"'
            : '<img src="/assets/x.jpg" width="1" height="1" alt="" loading="lazy" decoding="async">',
      );
      const shown = JSON.stringify(markdown);
      assert.deepEqual(
        parseElements(page).flatMap((element) => faultOf(element) ?? []),
        [],
        shown,
      );
      for (const scriptingEnabled of [true, false]) {
        const read = serialize(parseFragment(page, { scriptingEnabled }));
        assert.deepEqual(tagsOf(read), tagsOf(page), shown);
      }
      const ids = parseElements(page).flatMap(({ attributes }) =>
        attributes.flatMap(([name, value]) => (name === 'id' ? [value] : [])),
      );
      assert.equal(new Set(ids).size, ids.length, shown);
    }
  },
);

test('sanitising again changes nothing', options, () => {
  for (const markdown of texts) {
    const once = toHtml(sanitised(markdown));
    const parsed = unified().use(rehypeParse, { fragment: true }).parse(once);
    const twice = toHtml(sanitise(parsed));
    assert.equal(comparable(twice), comparable(once), JSON.stringify(markdown));
  }
});

/** The tree after the sanitiser, before later steps add elements. */
function sanitised(text: string): Root {
  const source = cleanText(text);
  const job = createMarkdownJob(source, testOptions);
  const markdown = parseMarkdown(source, 'reference');
  numberFootnotes(markdown, job);
  let tree: Root = toHtmlTree(markdown, job);
  for (const { name, run } of steps) {
    tree = run(tree, job) ?? tree;
    if (name === 'nesting') break;
  }
  return tree;
}

function tagsOf(html: string): string[] {
  return html.replace(/="[^"]*"/gu, '').match(/<\/?[a-z][a-z0-9-]*/giu) ?? [];
}

/**
 * The prefix of ids is added each time; HTML drops a line break at the start of a code block.
 */
function comparable(html: string): string {
  return html.replaceAll('user-content-', '').replace(/(<pre[^>]*>)\n+/gu, '$1');
}
