import { escapeHtml } from '../html/escape-html.ts';
import { expandShortcodes, type ShortcodeContext } from './expand-shortcodes.ts';
import type { FeedText } from './feed-entry.ts';
import { type EntryContext, htmlToMarkdown } from './html-to-markdown.ts';
import { takeFootnotes } from './take-footnotes.ts';
import { looksLikeHtml, plainText } from './text-of-html.ts';

/** The Markdown of an entry's text, whichever form it has. */
export function convertText(text: FeedText, context: EntryContext & ShortcodeContext): string {
  if (text.form === 'text') return htmlToMarkdown(paragraphsOf(text.value), context);
  if (text.form === 'wordpress') {
    const html = expandShortcodes(text.value, context);
    return htmlToMarkdown(html, context, true);
  }
  const html = takeFootnotes(unescapeTwice(text.value, context), []);
  const isPlain = !looksLikeHtml(html);
  return htmlToMarkdown(isPlain ? paragraphsOf(plainText(html)) : html, context);
}

/** Some feeds escape their HTML twice, so that its tags would be shown as words. */
function unescapeTwice(html: string, context: EntryContext): string {
  if (
    looksLikeHtml(html) ||
    !/&lt;\/(?:p|a|div|em|strong|b|i|ul|li|h\d)&gt;|&lt;br ?\/?&gt;/iu.test(html)
  )
    return html;
  context.note('body', 'its HTML was escaped twice; read as HTML', 'likely');
  return plainText(html);
}

/** An address among words, without the stop that ends their sentence. */
const webAddress = /https?:\/\/[^\s<>"()]+[^\s<>"().,;:!?'\u3002]/gu;

function paragraphsOf(text: string): string {
  const escaped = escapeHtml(text).replace(
    webAddress,
    (address) => `<a href="${address}">${address}</a>`,
  );
  return escaped
    .split(/\n\s*\n/u)
    .map((paragraph) => `<p>${paragraph.trim()}</p>`)
    .join('\n');
}
