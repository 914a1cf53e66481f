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
  if (name === 'param') {
    const path = (tag.values[0] ?? '').split('.');
    return context.valueOf(['page', ...path]) ?? context.valueOf(['site', 'params', ...path]);
  }
  return convertEmbed(name, tag) ?? convertFigure(tag, name);
}

/** A listing between fences that it does not hold. */
export function fence(code: string, language: string): string {
  const text = code.replace(/^[ \t]*\n|\n[ \t]*$/gu, '');
  let longest = 2;
  for (const [run] of text.matchAll(/`+/gu)) longest = Math.max(longest, run.length);
  const marks = '`'.repeat(longest + 1);
  const name = /^[\w#+.-]+$/u.test(language) ? language : '';
  return `\n${marks}${name}\n${text}\n${marks}\n`;
}
