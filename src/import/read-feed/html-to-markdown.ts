import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { cleanHtml } from '../html/clean-html.ts';
import { flattenHtml } from '../html/flatten-html.ts';
import { settleFormulas } from '../html/settle-formulas.ts';
import { settleText } from '../html/settle-text.ts';
import { toMarkdown } from '../html/to-markdown.ts';
import type { Resolve } from '../html/whole-address.ts';
import type { PictureBag } from '../pictures/picture-bag.ts';
import { breakIntoParagraphs } from './break-into-paragraphs.ts';
import type { Say } from './feed-entry.ts';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** What the conversion of an entry's text needs to know, and whom it tells. */
export interface EntryContext {
  readonly resolve: Resolve;
  readonly bag: PictureBag;
  readonly note: Say;
}

/**
 * Turns the HTML of an entry into Markdown, ending in a line feed; '' when it has no words. With
 * `paragraphs`, empty lines begin paragraphs (WordPress).
 */
export function htmlToMarkdown(
  html: string,
  { resolve, bag, note }: EntryContext,
  paragraphs = false,
): string {
  const flat = flattenHtml(html);
  if (flat !== html)
    note('body', 'its elements are nested too deeply; only its words are kept', 'doubtful');
  const tree: Root = parser.parse(flat);
  settleFormulas(tree);
  if (paragraphs) breakIntoParagraphs(tree);
  const notes = [...cleanHtml(tree, resolve, true), ...settleText(tree, { resolve, bag })];
  // Their lines are those of the entry's text, which nobody sees.
  for (const { field, message, certainty } of notes) note(field, message, certainty);
  const text = toMarkdown(tree);
  return text.trim() === '' ? '' : text;
}
