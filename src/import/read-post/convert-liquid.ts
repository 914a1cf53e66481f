import { posix } from 'node:path';
import { escapeMarkdown, formatDestination } from '../../content/markdown/escape-text.ts';
import { convertClip, convertEmbed, convertFigure, convertPage } from './convert-media.ts';
import { parseValuePath } from './site-values.ts';
import { findPost, parseTag, type TagContext, toRootAddress } from './tag-context.ts';

/**
 * Converts a single tag of Liquid or Nunjucks (`{% … %}`) to Markdown; undefined for an unknown
 * one.
 */
export function convertLiquidTag(
  name: string,
  text: string,
  context: TagContext,
): string | undefined {
  if (name === 'link' || name === 'post_url') {
    const written = text.trim().replace(/^["']|["']$/gu, '');
    const post = findPost(written, context) ?? findPost(`_posts/${written}`, context);
    if (post !== undefined) return toRootAddress(post, written);
    return /^[^\s()<>{}]+$/u.test(written) ? `/${written.replace(/^\//u, '')}` : undefined;
  }
  const hexo = convertHexoTag(name, text, context);
  if (hexo !== undefined) return hexo;
  const tag = parseTag(text);
  if (tag === undefined) return undefined;
  if (/^(?:include|include_relative|include_cached|render)$/u.test(name)) {
    const [file = '', ...values] = tag.values;
    const own = { values, named: tag.named };
    const plainName = file.replace(/^.*\/|\.\w+$/gu, '');
    return convertEmbed(plainName, own) ?? convertFigure(own, plainName);
  }
  return convertEmbed(name, tag) ?? convertClip(name, tag) ?? convertFigure(tag, name);
}

/** Supported filters. Filters about escaping and addresses return the text unchanged. */
const filters: Readonly<
  Record<string, (text: string, argument: string | undefined) => string>
> = {
  ...Object.fromEntries(
    [
      ...['url', 'relative_url', 'absolute_url', 'strip_index', 'htmlBaseUrl', 'escape'],
      ...[
        'uri_escape',
        'xml_escape',
        'escape_once',
        'strip',
        'strip_newlines',
        'safe',
        'string',
      ],
      ...['markdownify', 'smartify', 'normalize_whitespace', 'default', 'strip_html'],
    ].map((name) => [name, (text: string) => text]),
  ),
  upcase: (text) => text.toUpperCase(),
  upper: (text) => text.toUpperCase(),
  downcase: (text) => text.toLowerCase(),
  lower: (text) => text.toLowerCase(),
  capitalize: (text) => text.replace(/^./u, (sign) => sign.toUpperCase()),
  append: (text, argument = '') => text + argument,
  prepend: (text, argument = '') => argument + text,
};

/** A filter that embeds a page. */
const embed =
  /^\s*["'](?<address>https?:\/\/[^"'\s]+)["']\s*\|\s*(?:embed|youtube|vimeo|video)\b(?::?\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'))?\s*$/u;

/**
 * The output of `{{ … }}` where it is known without building the site: paths, and some values of
 * the site.
 */
export function convertExpression(text: string, context: TagContext): string | undefined {
  const embedded = embed.exec(text)?.groups;
  if (embedded) {
    const { address = '', double, single } = embedded;
    return convertPage(address, double ?? single ?? '');
  }
  const [value = '', ...given] = text.split('|').map((part) => part.trim());
  let shown = readValue(value, context);
  for (const filter of given) {
    const [name = '', argument] = filter.split(/:(.*)/su).map((part) => part.trim());
    const change = Object.hasOwn(filters, name) ? filters[name] : undefined;
    const known = argument === undefined ? undefined : readValue(argument, context);
    if (change === undefined || (argument !== undefined && known === undefined))
      return undefined;
    shown = name === 'default' ? shown || known : shown;
    if (shown === undefined) return undefined;
    shown = change(shown, known);
  }
  return shown;
}

/** A quoted text, or a value of the site or the post. */
function readValue(written: string, context: TagContext): string | undefined {
  const quoted = /^"([^"]*)"$|^'([^']*)'$/u.exec(written);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  switch (written) {
    case 'site.baseurl':
    case 'site.base_url':
      return '';
    case 'site.url':
    case 'site.github.url':
      return context.folder.site.url ?? '';
    case 'site.title':
      return context.folder.site.title;
    case 'page.title':
    case 'title':
      return context.title;
    default: {
      const path = parseValuePath(written);
      return path === undefined ? undefined : context.valueOf(path);
    }
  }
}

/** Converts Hexo's tags for posts and for files of the post's own folder. */
function convertHexoTag(name: string, text: string, context: TagContext): string | undefined {
  const values = parseTag(text)?.values ?? [];
  const [first = ''] = values;
  switch (name) {
    case 'post_link': {
      const post = findPost(first, context) ?? findPost(`_posts/${first}`, context);
      if (post === undefined) return undefined;
      const address = toRootAddress(post, '');
      // A final `true` or `false` is an option about escaping.
      const words = values.slice(1).filter((word) => !/^(?:true|false)$/u.test(word));
      const shown = words.join(' ') || context.folder.posts.get(post)?.title || first;
      return `[${escapeMarkdown(shown)}](${address})`;
    }
    case 'asset_link':
      return first === ''
        ? undefined
        : `[${escapeMarkdown(values.slice(1).join(' ') || first)}](${ownFile(first, context)})`;
    case 'asset_path':
      return first === '' ? undefined : ownFile(first, context);
    case 'asset_img':
    case 'img': {
      const at = values.findIndex((value) => /[./]/u.test(value));
      const file = values[at];
      if (file === undefined) return undefined;
      const words = values.slice(at + 1).filter((value) => !/^\d+(?:px|%)?$/u.test(value));
      return `![${escapeMarkdown(words.join(' '))}](${ownFile(file, context)})`;
    }
    default:
      return undefined;
  }
}

/** Files of a post `first.md` are in the folder `first` next to it. */
function ownFile(name: string, { path, folder }: TagContext): string {
  const own = posix.join(path.replace(/\.\w+$/u, ''), name);
  const isThere = folder.files.has(own);
  return formatDestination(isThere ? `./${posix.basename(posix.dirname(own))}/${name}` : name);
}
