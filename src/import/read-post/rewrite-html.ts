import { escapeHtml } from '../html/escape-html.ts';
import { escapeMarkdown } from '../markdown/escape-text.ts';
import { type LinkContext, relink, repicture, shorten } from './link-context.ts';

const tags =
  /<!--[\s\S]*?-->|<(?<end>\/)?(?<name>a|img|source|video|audio|iframe|embed|object)(?=[\s/>])(?<attributes>(?:[^"'>]|"[^"]*"|'[^']*')*)>/giu;
const address =
  /(?<before>\s(?<name>href|src|data|srcset|poster)\s*=\s*)(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'>]+))/iu;

/** Links opened in HTML whose address stands behind them as text, once they close. */
export interface OpenLinks {
  readonly addresses: (string | undefined)[];
}

/** HTML in a post: its links and pictures lead where those of Markdown do. */
export function rewriteHtml(
  html: string,
  offset: number,
  isBlock: boolean,
  open: OpenLinks,
  context: LinkContext,
): string {
  const show = (text: string) => (isBlock ? escapeHtml(text) : escapeMarkdown(text));
  const made = html.replace(tags, (...match) => {
    const groups = match.at(-1) as Record<string, string | undefined>;
    const at = offset + Number(match.at(-3));
    const tag = String(match[0]);
    const name = groups['name']?.toLowerCase();
    if (name === undefined) return tag;
    if (groups['end'] !== undefined) {
      if (name !== 'a') return tag;
      const behind = open.addresses.pop();
      return behind === undefined ? tag : ` (${show(behind)})`;
    }
    const found = address.exec(groups['attributes'] ?? '');
    const parts = found?.groups;
    const written = decode(parts?.['double'] ?? parts?.['single'] ?? parts?.['bare'] ?? '');
    if (!found || !parts) {
      if (name === 'a') open.addresses.push(undefined);
      return tag;
    }
    const isPicture = name === 'img';
    const target = isPicture ? repicture(written, at, context) : relink(written, at, context);
    if (name === 'a') open.addresses.push(target === undefined ? shorten(written) : undefined);
    if (target === written) return tag;
    if (target !== undefined) {
      const value = `${parts['before']}"${escapeHtml(target)}"`;
      return tag.replace(found[0], () => value);
    }
    if (name === 'a') return idOf(tag);
    const [alt, title] = [wordsOf(tag, 'alt'), wordsOf(tag, 'title')];
    const shown = [alt || title, shorten(written)].filter(Boolean).join(': ');
    const caption = alt === '' || title === '' || title === alt ? '' : ` ${title}`;
    return `${isPicture ? '' : tag.replace(found[0], '')}${show(`[${shown}]${caption}`)}`;
  });
  return isBlock ? context.held.restore(made, escapeHtml) : made;
}

/** The text of an attribute, without its escapes. */
function wordsOf(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'iu').exec(tag);
  return decode(found?.[1] ?? found?.[2] ?? '');
}

/** An anchor that loses its address may still be led to. */
function idOf(tag: string): string {
  const id = /\s(?:id|name)\s*=\s*["']?([\w:.-]+)/iu.exec(tag)?.[1];
  return id === undefined ? '' : `<a id="${id}"></a>`;
}

function decode(text: string): string {
  return text
    .replace(/&quot;/giu, '"')
    .replace(/&#39;|&apos;/giu, "'")
    .replace(/&lt;/giu, '<')
    .replace(/&gt;/giu, '>')
    .replace(/&amp;/giu, '&');
}
