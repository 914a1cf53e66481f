import { toNameSlug } from '../../content/article/slug.ts';
import { cleanText } from '../../content/fields/clean-text.ts';
import type { FieldValue } from '../../content/fields/fields.ts';
import { readByline } from '../bylines/read-byline.ts';
import type { DraftName } from '../draft.ts';
import { webAddress } from '../web-address.ts';
import { type FieldReader, type FoundField, isMapping, showValue } from './field-reader.ts';
import type { Generator } from './post-folder.ts';

/** Reads authors: names, short names defined by the site, mappings with a URL. */
export function readAuthors(
  reader: FieldReader,
  known: ReadonlyMap<string, DraftName>,
): DraftName[] {
  const [first, ...others] = reader.takeAll(
    'authors',
    'author',
    'byline',
    'creator',
    'creators',
  );
  for (const found of others) {
    if (JSON.stringify(found.value) === JSON.stringify(first?.value)) continue;
    reader.note(
      found,
      'dropped',
      `${found.key}: ${showValue(found.value)}; ${first?.key} is used instead`,
    );
  }
  if (!first) return [];
  const items = Array.isArray(first.value)
    ? first.value.flat()
    : splitNames(first, reader, known);
  const authors = items.flatMap((item) => {
    const author = readAuthor(item as FieldValue, first, reader, known);
    return author === undefined ? [] : [author];
  });
  return authors.filter(
    (author, index) =>
      authors.findIndex((other) => JSON.stringify(other) === JSON.stringify(author)) === index,
  );
}

/**
 * `author: Jane Roe, John Doe` has two names; a text that cannot be split with certainty stays
 * one name.
 */
function splitNames(
  found: FoundField,
  reader: FieldReader,
  known: ReadonlyMap<string, DraftName>,
): readonly FieldValue[] {
  const { value } = found;
  if (typeof value !== 'string' || known.has(cleanText(value).toLowerCase())) return [value];
  const { names, others, isSure } = readByline(value);
  if (names.length < 2 || others.length > 0 || !isSure) return [value];
  reader.note(found, 'authors', `${names.join(', ')}, from ${showValue(value)}`, 'likely');
  return names;
}

function readAuthor(
  value: FieldValue,
  found: FoundField,
  reader: FieldReader,
  known: ReadonlyMap<string, DraftName>,
): DraftName | undefined {
  if (typeof value === 'string') {
    const name = cleanText(value);
    const full = known.get(name.toLowerCase());
    if (full === undefined || full === name) return name === '' ? undefined : name;
    const shown = typeof full === 'string' ? full : full.name;
    reader.note(found, 'authors', `"${name}" is ${shown}, from the site's data`, 'likely');
    return full;
  }
  const author = toAuthor(value);
  if (author === undefined) {
    reader.note(found, 'authors', `${showValue(value)} dropped: no name`, 'doubtful');
  } else {
    const used = new Set(typeof author === 'string' ? nameKeys : nameKeys.concat(addressKeys));
    const rest = Object.entries(isMapping(value) ? value : {}).filter(
      ([key]) => !used.has(key),
    );
    for (const [key, item] of rest)
      reader.note(found, 'dropped', `${found.key}.${key}: ${showValue(item)}`);
  }
  return author;
}

const nameKeys = ['name', 'display_name', 'full_name', 'title'];
const addressKeys = ['url', 'uri', 'link', 'website', 'web', 'homepage', 'site'];

/** A mapping with a name and an optional URL, as in data files. */
export function toAuthor(value: FieldValue): DraftName | undefined {
  if (typeof value === 'string') return cleanText(value) || undefined;
  if (!isMapping(value)) return undefined;
  const pick = (keys: readonly string[]) =>
    keys
      .map((key) => value[key])
      .find((item) => typeof item === 'string' && item.trim() !== '');
  const name = cleanText(String(pick(nameKeys) ?? ''));
  const url = webAddress(String(pick(addressKeys) ?? ''));
  if (name === '') return undefined;
  return url === undefined ? name : { name, url };
}

/** Tags become topics. A single category becomes the section; several become topics. */
export function readTopics(
  reader: FieldReader,
  generator: Generator,
  folders: readonly string[] = [],
): { named: { topics?: string[]; section?: string }; categories: readonly string[] } {
  const own = reader.take('section');
  const categories = reader.takeAll('category', 'categories');
  const given = reader.takeAll('topics', 'tags', 'tag');
  const tagged = given.length > 0 ? given : reader.takeAll('keywords');

  const names = (found: readonly FoundField[]) =>
    found.flatMap((item) => toNames(item, generator === 'jekyll'));
  const kinds = unique([...folders, ...names(categories)]);
  const [only] = kinds;
  const asSection = own === undefined && kinds.length === 1 && only !== undefined;
  const written = own && typeof own.value === 'string' ? cleanText(own.value) : undefined;
  const section = asSection ? only : written;
  if (asSection)
    reader.note(categories[0], 'section', `"${only}", its only category`, 'likely');
  for (const name of names([...tagged, ...categories]))
    if (toNameSlug(cleanText(name)) === '' && name.trim() !== '')
      reader.note(
        tagged[0] ?? categories[0],
        'dropped',
        `the topic ${showValue(name)}: it has no letters or digits`,
      );
  const topics = unique([...names(tagged), ...(asSection ? [] : kinds)]);
  if (!asSection && kinds.length > 0) {
    const list = kinds.map((kind) => `"${kind}"`).join(', ');
    reader.note(categories[0], 'topics', `including the categories ${list}`, 'likely');
  }
  const named = {
    section: section || undefined,
    topics: topics.length === 0 ? undefined : topics,
  };
  return { named, categories: kinds };
}

function toNames(found: FoundField, spaced: boolean): string[] {
  const flat = [found.value].flat(4) as FieldValue[];
  const isOne = typeof found.value === 'string';
  return flat.flatMap((item) => {
    if (isMapping(item)) return Object.values(item).filter((part) => typeof part === 'string');
    const text = String(item);
    // Jekyll splits one text at spaces, unless the field is `category` or `tag`.
    if (!isOne || /^(?:category|tag)$/iu.test(found.key)) return [text];
    if (text.includes(',')) return text.split(',');
    return spaced ? text.split(/\s+/u) : [text];
  });
}

/**
 * Removes duplicates, ignoring case, and names without letters or digits, which have no address.
 */
function unique(names: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const name of names.map(cleanText)) {
    const key = toNameSlug(name);
    if (key !== '' && !byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}
