import { escapeHtml } from '../../language/escape-html.ts';
import { expandShortcodes, type ShortcodeContext } from './expand-shortcodes.ts';
import type { FeedText } from './feed-entry.ts';
import {
  type EntryContext,
  htmlToMarkdown,
  looksLikeHtml,
  plainText,
} from './html-to-markdown.ts';

/** Converts an entry's text, in any form, to Markdown. */
export function convertText(text: FeedText, context: EntryContext & ShortcodeContext): string {
  if (text.form === 'text') return htmlToMarkdown(paragraphsOf(text.value), context);
  if (text.form === 'wordpress') {
    const html = expandShortcodes(text.value, context);
    return htmlToMarkdown(html, context, { paragraphs: true });
  }
  const html = takeFootnotes(unescapeTwice(text.value, context), []);
  const isPlain = !looksLikeHtml(html);
  return htmlToMarkdown(isPlain ? paragraphsOf(plainText(html)) : html, context);
}

/** Some feeds escape their HTML twice, so that its tags would be shown as text. */
function unescapeTwice(html: string, context: EntryContext): string {
  if (
    looksLikeHtml(html) ||
    !/&lt;\/(?:p|a|div|em|strong|b|i|ul|li|h\d)&gt;|&lt;br ?\/?&gt;/iu.test(html)
  )
    return html;
  context.note('body', 'its HTML was escaped twice; read as HTML', 'likely');
  return plainText(html);
}

/** A URL in text, without the punctuation that ends its sentence. */
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

/** A footnote, by the id that its references use. */
interface FootnoteText {
  readonly id: string;
  readonly html: string;
}

/** The footnotes that WordPress stores in the custom field `footnotes`, in order. */
export function parseFootnotes(meta: string | undefined): readonly FootnoteText[] {
  if (meta === undefined || meta === '') return [];
  try {
    const list: unknown = JSON.parse(meta);
    return (Array.isArray(list) ? list : []).flatMap((item) =>
      typeof item?.id === 'string' && typeof item?.content === 'string'
        ? [{ id: item.id, html: item.content }]
        : [],
    );
  } catch {
    return [];
  }
}

const mark = /<sup\b(?=[^>]*\sdata-fn=["']?(?<id>[\w-]+))[^>]*>(?:(?!<\/sup>).)*<\/sup>/gisu;
/** The list of footnotes as WordPress prints it. */
const printed = /<ol\b[^>]*\bwp-block-footnotes\b[^>]*>(?<items>(?:(?!<\/ol>).)*)<\/ol>/isu;
const item = /<li\b[^>]*\sid=["']?(?<id>[\w-]+)["']?[^>]*>(?<html>(?:(?!<\/li>).)*)<\/li>/gisu;
const backLink = /\s*<a\b[^>]*href=["']#[\w-]*-link["'][^>]*>(?:(?!<\/a>).)*<\/a>/gisu;
/** Footnotes inside the text, as plugins write them. */
const inline =
  /\[(?<name>ref|efn_note|footnote|mfn|modern_footnote|fn)(?:\s[^[\]]*)?\](?<html>(?:(?!\[\/?\k<name>[\s\]]).)+?)\[\/\k<name>\]/gisu;

/**
 * Rewrites a post's footnotes to the form that `toMarkdown` reads: references link to `#fn:1`,
 * and a list with the id `footnotes` holds the notes. Footnotes without a reference become a list
 * of their own.
 */
export function takeFootnotes(html: string, given: readonly FootnoteText[]): string {
  const list = printed.exec(html)?.groups?.['items'] ?? '';
  const own = [...list.matchAll(item)].map(({ groups }) => ({
    id: groups?.['id'] ?? '',
    html: (groups?.['html'] ?? '').replace(backLink, ''),
  }));
  const known = new Map([...own, ...given].map((note) => [note.id, note.html]));
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return number;
  };
  const toMark = (id: string) => {
    const number = numberOf(id);
    return `<sup><a href="#fn:${number}">${number}</a></sup>`;
  };
  const marked = html
    .replace(mark, (all, ...match) => {
      const { id = '' } = match.at(-1) as Record<string, string>;
      return known.has(id) ? toMark(id) : all;
    })
    .replace(inline, (_, ...match) => {
      const { html: note = '' } = match.at(-1) as Record<string, string>;
      const id = `inline ${known.size}`;
      known.set(id, note.trim());
      return toMark(id);
    });
  if (known.size === 0) return html;
  const rest = [...known].filter(([id]) => !numbers.has(id));
  const text = marked.replace(printed, '').replace(/<!--\s*wp:footnotes\b[^>]*\/-->/giu, '');
  const notes = [...numbers].map(
    ([id, number]) => `<li id="fn:${number}"><p>${known.get(id)}</p></li>`,
  );
  const others = rest.map(([, note]) => `<li>${note}</li>`).join('');
  return [
    text,
    ...(others === '' ? [] : [`<ol>${others}</ol>`]),
    ...(notes.length === 0 ? [] : [`<div id="footnotes"><ol>${notes.join('')}</ol></div>`]),
  ].join('\n\n');
}
