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
import { faultOf } from './allowed-markup.ts';
import { parseElements } from './parse-elements.ts';
import { randomCopy } from './random-content.ts';

const rounds = process.env['LONG_TESTS'] === '1' ? 12_000 : 600;
const copies = Array.from({ length: rounds }, (_, n) => randomCopy(n * 7919 + 1, n % 4));

// The timeout of a hanging machine, not of a slow one.
const patience = { timeout: rounds * 1000 };

test(
  'random copy becomes what an article may hold, and a browser reads it as it is written',
  patience,
  () => {
    for (const copy of copies) {
      const { html, references } = renderMarkdown(copy, testOptions).rendered;
      const page = fillReferences(html, (index) =>
        references[index]?.kind === 'caption'
          ? '<figcaption>x</figcaption>'
          : references[index]?.kind === 'link'
            ? ' href="/x/"'
            : '<img src="/assets/x.jpg" width="1" height="1" alt="" loading="lazy" decoding="async">',
      );
      const said = JSON.stringify(copy);
      assert.deepEqual(
        parseElements(page).flatMap((element) => faultOf(element) ?? []),
        [],
        said,
      );
      for (const scriptingEnabled of [true, false]) {
        const read = serialize(parseFragment(page, { scriptingEnabled }));
        assert.deepEqual(tagsOf(read), tagsOf(page), said);
      }
      const ids = parseElements(page).flatMap(({ attributes }) =>
        attributes.flatMap(([name, value]) => (name === 'id' ? [value] : [])),
      );
      assert.equal(new Set(ids).size, ids.length, said);
    }
  },
);

test('what was sanitised is not changed when it is sanitised again', patience, () => {
  for (const copy of copies) {
    const once = toHtml(sanitised(copy));
    const parsed = unified().use(rehypeParse, { fragment: true }).parse(once);
    const twice = toHtml(sanitise(parsed));
    assert.equal(comparable(twice), comparable(once), JSON.stringify(copy));
  }
});

/** The text after the sanitiser, before the program adds its own elements. */
function sanitised(copy: string): Root {
  const source = cleanText(copy);
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
