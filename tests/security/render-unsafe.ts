import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { cleanText } from '../../src/content/markdown/clean-text.ts';
import { createMarkdownJob } from '../../src/content/markdown/markdown-job.ts';
import { parseMarkdown } from '../../src/content/markdown/parse-markdown.ts';
import { steps } from '../../src/content/markdown/pipeline.ts';
import { numberFootnotes } from '../../src/content/markdown/steps/number-footnotes.ts';
import { toHtmlTree } from '../../src/content/markdown/steps/to-html-tree.ts';
import { testOptions } from '../support/markdown-options.ts';

/** The steps that make a text safe. */
const guards: readonly string[] = ['embeds', 'addresses', 'sanitiser', 'nesting', 'tasks'];

/** Renders Markdown as articles are rendered, but without the steps that make it safe. */
export function renderUnsafe(markdown: string): string {
  const source = cleanText(markdown);
  const job = createMarkdownJob(source, testOptions);
  const parsed = parseMarkdown(source, 'reference');
  numberFootnotes(parsed, job);
  let tree: Root = toHtmlTree(parsed, job);
  for (const { name, run } of steps) if (!guards.includes(name)) tree = run(tree, job) ?? tree;
  return toHtml(tree);
}
