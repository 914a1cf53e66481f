import { fitsInName, toNameSlug } from '../../content/article/slug.ts';
import { cleanText } from '../../content/fields/clean-text.ts';
import type { FieldValue } from '../../content/fields/fields.ts';
import { type FieldReader, isMapping, showValue } from './field-reader.ts';

const nameKeys = ['name', 'title', 'id', 'slug'];

/**
 * The running story that a post is a part of: its series, which is a name, a list of names or a
 * mapping with a name. Further series become topics.
 */
export function readStory(reader: FieldReader): {
  readonly name: string | undefined;
  readonly others: readonly string[];
} {
  const found = reader.take('story', 'series', 'seriesname', 'seriestitle');
  if (found === undefined) return { name: undefined, others: [] };
  const names: string[] = [];
  for (const item of [found.value].flat(4) as FieldValue[]) {
    const key = isMapping(item) ? nameKeys.find((one) => isName(item[one])) : undefined;
    const name = isMapping(item) ? (key === undefined ? '' : item[key]) : item;
    if (isName(name)) names.push(cleanText(name));
    else reader.note(found, 'dropped', `${found.key}: ${showValue(item)}: no name`, 'doubtful');
    if (!isMapping(item) || key === undefined) continue;
    for (const [other, value] of Object.entries(item))
      if (other !== key)
        reader.note(found, 'dropped', `${found.key}.${other}: ${showValue(value)}`);
  }
  const [name, ...others] = new Map(names.map((one) => [toNameSlug(one), one])).values();
  if (name !== undefined && found.key !== 'story')
    reader.note(found, 'story', `"${name}", from ${found.key}`, 'likely');
  if (others.length > 0) {
    const list = others.map((one) => `"${one}"`).join(', ');
    reader.note(found, 'topics', `including ${list}: an article has one story`, 'likely');
  }
  return { name, others };
}

/** Not `true`, and not the number of a part. */
function isName(value: FieldValue | undefined): value is string {
  if (typeof value !== 'string' || /^(?:true|false|yes|no)$/iu.test(value.trim())) return false;
  const slug = toNameSlug(cleanText(value));
  return /\p{L}/u.test(slug) && fitsInName(slug);
}
