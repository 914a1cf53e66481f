import { convertEmbed } from './convert-embed.ts';
import { convertFigure } from './convert-figure.ts';
import { parseTag } from './parse-tag.ts';
import { findPost, type TagContext, toRootAddress } from './tag-context.ts';

/** A Hugo shortcode that stands alone -> Markdown; undefined where it is not known. */
export function convertHugoTag(
  name: string,
  text: string,
  context: TagContext,
): string | undefined {
  const tag = parseTag(text.replace(/\/\s*$/u, ''));
  if (tag === undefined) return undefined;
  if (name === 'ref' || name === 'relref') {
    const written = tag.values[0] ?? tag.named.get('path') ?? '';
    const post = findPost(written, context);
    return post === undefined ? written.replace(/\s/gu, '%20') : toRootAddress(post, written);
  }
  return convertEmbed(name, tag) ?? convertFigure(tag);
}

/** Shortcodes of themes that set a text off, by their names. */
const boxes =
  /^(?:notice|note|alert|callout|admonition|hint|info|tip|warning|important|caution|danger|success|quote|blockquote|box|message)$/u;

/** A Hugo shortcode around a text, which is Markdown already; undefined where it is not known. */
export function convertHugoPair(name: string, text: string, inner: string): string | undefined {
  const tag = parseTag(text);
  if (tag === undefined) return undefined;
  if (name === 'highlight') return fence(inner, tag.values[0] ?? '');
  if (!boxes.test(name)) return undefined;
  const label = tag.named.get('title') ?? tag.named.get('author') ?? tag.values.at(-1) ?? '';
  const head = label === '' ? '' : `**${label.replace(/[\\*_`[\]<]/gu, '\\$&')}**\n\n`;
  const lines = `${head}${inner.trim()}`.split('\n');
  return `\n${lines.map((line) => `> ${line}`.trimEnd()).join('\n')}\n`;
}

/** A listing between fences that it does not hold. */
export function fence(code: string, language: string): string {
  const text = code.replace(/^[ \t]*\n|\n[ \t]*$/gu, '');
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  const name = /^[\w#+.-]+$/u.test(language) ? language : '';
  return `\n${marks}${name}\n${text}\n${marks}\n`;
}
