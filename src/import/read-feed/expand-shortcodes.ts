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

/** Attributes of a clip with the address of one format, those that browsers play first. */
const clipFormats = 'src mp4 mp3 webm m4a ogg wav m4v ogv flac wmv wma avi mov flv'.split(' ');
const clipFile = /\.(?:mp[34]|webm|m4[av]|og[gv]|opus|wav|flac|wm[av]|avi|mov|flv)(?:[?#]|$)/iu;

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
      /\[(audio|video)((?:\s[^[\]]*)?)\](?:([^[\]]*)\[\/\1\])?/giu,
      (all, _, given: string, content = '') => {
        const said = attributesOf(given);
        const [address, ...others] = clipFormats.flatMap((name) => said[name] ?? []);
        if (address === undefined) return all;
        // Links say nothing of a poster, and one format is enough for readers.
        for (const other of [said['poster'], ...others])
          if (other !== undefined) context.note('dropped', `${other}, of ${address}`, 'likely');
        return link(address, said['caption'] ?? said['title'] ?? content.trim());
      },
    )
    .replace(/\[playlist((?:\s[^[\]]*)?)\](?:\s*\[\/playlist\])?/giu, (all, given: string) => {
      const ids = idsOf(given);
      const clips = (context.gallery?.(ids) ?? []).filter(({ url }) => clipFile.test(url));
      return clips.length === 0 || (ids.length > 0 && clips.length < ids.length)
        ? all
        : clips.map(({ url, caption }) => link(url, caption)).join('');
    })
    .replace(/\[gallery((?:\s[^[\]]*)?)\]/giu, (all, given: string) => {
      const pictures = context.gallery?.(idsOf(given)) ?? [];
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

function link(address: string, words = ''): string {
  // WordPress's HTML escapes the ampersands of a URL: `&amp;`.
  const plain = address.replaceAll('&amp;', '&');
  return `\n\n<p><a href="${escapeHtml(plain)}">${escapeHtml(words || plain)}</a></p>\n\n`;
}

/** The ids of `ids="7, 99"`. */
function idsOf(given: string): string[] {
  const ids = (attributesOf(given)['ids'] ?? '').split(',').map((id) => id.trim());
  return ids.filter((id) => id !== '');
}

function attributesOf(given: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    [...given.matchAll(attribute)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      double ?? single ?? bare,
    ]),
  );
}
