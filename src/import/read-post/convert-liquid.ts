import { convertEmbed, convertPage } from './convert-embed.ts';
import { convertFigure } from './convert-figure.ts';
import { parseTag } from './parse-tag.ts';
import { findPost, type TagContext, toRootAddress } from './tag-context.ts';

/** A tag of Liquid or Nunjucks (`{% … %}`) that stands alone -> Markdown, where it is known. */
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
  const tag = parseTag(text);
  if (tag === undefined) return undefined;
  if (/^(?:include|include_relative|include_cached|render)$/u.test(name)) {
    const [file = '', ...values] = tag.values;
    const own = { values, named: tag.named };
    return convertEmbed(file.replace(/^.*\/|\.\w+$/gu, ''), own) ?? convertFigure(own);
  }
  return convertEmbed(name, tag) ?? convertFigure(tag);
}

/** Filters that leave a path what it is, but for the site's own beginning. */
const pathFilters =
  /^(?:url|relative_url|absolute_url|strip_index|htmlBaseUrl|escape|uri_escape|prepend:\s*site\.(?:baseurl|url))$/u;

/** A filter that shows a page within the text. */
const embed =
  /^\s*["'](?<address>https?:\/\/[^"'\s]+)["']\s*\|\s*(?:embed|youtube|vimeo|video)\b(?::?\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'))?\s*$/u;

/** What `{{ … }}` prints, where that is known without the site: paths, and a few facts of it. */
export function convertExpression(text: string, context: TagContext): string | undefined {
  const embedded = embed.exec(text)?.groups;
  if (embedded) {
    const { address = '', double, single } = embedded;
    return convertPage(address, double ?? single ?? '');
  }
  const [value = '', ...filters] = text.split('|').map((part) => part.trim());
  if (!filters.every((filter) => pathFilters.test(filter))) return undefined;
  const quoted = /^"([^"]*)"$|^'([^']*)'$/u.exec(value);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  switch (value) {
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
    default:
      return undefined;
  }
}
