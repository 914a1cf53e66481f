import { escapeHtml } from '../../language/escape-html.ts';
import type { Gallery, GalleryPicture } from './feed-entry.ts';
import type { EntryContext } from './html-to-markdown.ts';

export interface ShortcodeContext extends Pick<EntryContext, 'note'> {
  /** The pictures of a gallery: those with the given ids, or all of the post. */
  readonly gallery?: Gallery;
}

const attribute = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s\]"']+))/gu;
/** `[name]`, `[name a="b"]`, `[name]…[/name]`, and the escaped `[[name]]`. */
const shortcode = /\[(\[?)(\/?)([a-z][\w-]*)((?:\s[^[\]]*)?)\](\]?)/giu;

/**
 * Converts WordPress's own shortcodes to HTML, and editor blocks without content to visible text.
 * Shortcodes of plugins stay as text, with a note.
 */
export function expandShortcodes(html: string, context: ShortcodeContext): string {
  const known = html
    .replace(
      /\[(?:wp_)?caption((?:\s[^[\]]*)?)\]((?:(?!\[(?:wp_)?caption[\s\]]).)*?)\[\/(?:wp_)?caption\]/gisu,
      (_, given: string, content: string) => frame(content, attributesOf(given)['caption']),
    )
    // WordPress embeds a URL that is alone on its line.
    .replace(/^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gimu, (_, address: string) => link(address))
    .replace(/\[embed(?:\s[^[\]]*)?\]\s*([^\s[]+)\s*\[\/embed\]/giu, (_, address: string) =>
      link(address),
    )
    .replace(
      /\[(audio|video|playlist)((?:\s[^[\]]*)?)\](?:\s*\[\/\1\])?/giu,
      (all, _, given) => {
        const said = attributesOf(given);
        const names = ['src', 'mp4', 'mp3', 'webm', 'm4v', 'ogg', 'ogv', 'm4a', 'wav', 'flv'];
        const address = names.map((name) => said[name]).find((value) => value !== undefined);
        return address === undefined ? all : link(address);
      },
    )
    .replace(/\[gallery((?:\s[^[\]]*)?)\]/giu, (all, given: string) => {
      const ids = (attributesOf(given)['ids'] ?? '')
        .split(',')
        .filter((id) => id.trim() !== '');
      const pictures = context.gallery?.(ids.map((id) => id.trim())) ?? [];
      return pictures.length === 0 ? all : `\n\n${pictures.map(picture).join('\n\n')}\n\n`;
    });
  return showBlocks(reportUnknown(known, context), context);
}

function reportUnknown(html: string, context: ShortcodeContext): string {
  const seen = new Set<string>();
  const closings = new Set(
    [...html.matchAll(/\[\/([a-z][\w-]*)\]/giu)].map(([, name]) => name),
  );
  return html.replace(shortcode, (all, before, slash, name: string, given: string, after) => {
    if (before === '[' && after === ']') return `[${slash}${name}${given}]`;
    // `[sic]` is not a shortcode; one has attributes, a closing tag, or a name with `_` or `-`.
    const closes = closings.has(name);
    if (!closes && !given.includes('=') && !/[_-]/u.test(name)) return all;
    if (slash === '' && !seen.has(name)) {
      seen.add(name);
      context.note('body', `unsupported shortcode [${name}]; kept as text`, 'doubtful');
    }
    return all;
  });
}

/** Blocks without content that print no words either. */
const silentBlocks =
  /^(?:core\/)?(?:more|nextpage|spacer|separator|page-break|post-title|post-content|post-date)$/u;

function showBlocks(html: string, context: ShortcodeContext): string {
  return html.replace(
    /<!--\s*wp:([\w/-]+)((?:(?!-->|<!--).)*?)\/-->/gsu,
    (_, name: string, given: string) => {
      if (silentBlocks.test(name)) return '';
      context.note('body', `the block ${name} has no content; kept as text`, 'doubtful');
      return `\n\n<p>[${escapeHtml([name, given.trim()].filter(Boolean).join(' '))}]</p>\n\n`;
    },
  );
}

function frame(content: string, said: string | undefined): string {
  const [, picture = '', words = ''] =
    /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)(.*)$/isu.exec(content) ?? [];
  if (picture === '') return content;
  const caption = words.trim() || said || '';
  return `\n\n<figure>${picture}<figcaption>${caption}</figcaption></figure>\n\n`;
}

function picture({ url, alt = '', caption = '' }: GalleryPicture): string {
  const image = `<img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}">`;
  return caption === ''
    ? `<p>${image}</p>`
    : `<figure>${image}<figcaption>${escapeHtml(caption)}</figcaption></figure>`;
}

function link(address: string): string {
  // WordPress's HTML escapes the ampersands of a URL: `&amp;`.
  const plain = address.replaceAll('&amp;', '&');
  return `\n\n<p><a href="${escapeHtml(plain)}">${escapeHtml(plain)}</a></p>\n\n`;
}

function attributesOf(given: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    [...given.matchAll(attribute)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      double ?? single ?? bare,
    ]),
  );
}
