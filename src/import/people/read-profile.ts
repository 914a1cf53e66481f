import { cleanText } from '../../content/fields/clean-text.ts';
import type { FieldValue } from '../../content/fields/fields.ts';
import type { Certainty } from '../draft.ts';
import { isMapping, showValue } from '../read-post/field-reader.ts';
import { webAddress } from '../web-address.ts';
import { isService, socialAddress } from './social-address.ts';

/** What a source says about an author. */
export interface Profile {
  readonly name: string;
  readonly role?: string | undefined;
  /** Markdown or HTML. */
  readonly biography?: string | undefined;
  readonly summary?: string | undefined;
  readonly sites: readonly string[];
}

/** Notes what becomes of a field, whose path is from the top of the profile. */
export type NoteField = (
  path: readonly (string | number)[],
  field: string,
  message: string,
  certainty?: Certainty,
) => void;

type Mapping = Readonly<Record<string, FieldValue>>;

const names = ['name', 'displayname', 'fullname', 'title'];
const roles = ['role', 'position', 'jobtitle', 'job', 'occupation'];
const biographies = ['bio', 'biography', 'about', 'description', 'shortbio', 'summary'];
const pictures =
  /^(?:avatar|image|photo|picture|portrait|profileimage|profilepicture|thumbnail|img|cover|coverimage|gravatar)$/u;
const addresses = /^(?:url|uri|link|website|web|homepage|site|webpage)$/u;
const lists = /^(?:social|socials|links|sociallinks|profiles|sameas)$/u;
/** Keys of the data file or the generator, which say nothing about the author. */
const silent = /^(?:id|key|slug|username|shortname|permalink|layout|draft|lang)$/u;

/**
 * Reads an author of a data file, or the front matter of an author's page. Undefined without a
 * name. Each field that a person has no place for is noted, and so are pictures, because nobody
 * knows their credit, and e-mail addresses, because an import does not publish them.
 */
export function readProfile(value: Mapping, note: NoteField): Profile | undefined {
  const fields = new Map<string, { key: string; value: FieldValue }>();
  for (const [key, item] of Object.entries(value))
    if (!isEmpty(item) && !fields.has(nameOf(key)))
      fields.set(nameOf(key), { key, value: item });
  const take = (keys: readonly string[]): [key: string, text: string] | undefined => {
    for (const name of keys) {
      const found = fields.get(name);
      if (typeof found?.value !== 'string') continue;
      fields.delete(name);
      return [found.key, found.value.trim()];
    }
    return undefined;
  };
  const [, written = ''] = take(names) ?? [];
  const name = cleanText(written);
  if (name === '') return undefined;
  const [, role] = take(roles) ?? [];
  const [, biography] = take(biographies) ?? [];
  const [, summary] = take(biographies) ?? [];
  const sites: string[] = [];
  const addSite = (path: readonly (string | number)[], field: string, item: FieldValue) => {
    const text = typeof item === 'string' ? item : '';
    const address = isService(field) ? socialAddress(field, text) : webAddress(text);
    if (address === undefined) note(path, 'dropped', `${path.join('.')}: ${showValue(item)}`);
    else if (!sites.includes(address)) sites.push(address);
    if (address !== undefined && address !== text)
      note(path, 'sameAs', `${address}, from ${showValue(item)}`, 'likely');
  };
  for (const [field, { key, value: item }] of fields) {
    if (silent.test(field)) continue;
    if (/^e?mail(?:address)?$/u.test(field))
      note(
        [key],
        'dropped',
        `${key}: ${showValue(item)}: not published; add it as \`contact\``,
      );
    else if (pictures.test(field))
      note([key], 'picture', `${key}: ${showValue(item)} dropped: no credit`, 'likely');
    else if (lists.test(field)) readLinks([key], item, addSite, note);
    else if (addresses.test(field) || isService(field)) addSite([key], field, item);
    else note([key], 'dropped', `${key}: ${showValue(item)}`);
  }
  return {
    name,
    role: role && cleanText(role),
    biography,
    summary: summary && cleanText(summary),
    sites,
  };
}

/** `social: {twitter: jane}`, `links: [{label: …, url: …}]`, `social: [https://…]`. */
function readLinks(
  path: readonly (string | number)[],
  value: FieldValue,
  addSite: (path: readonly (string | number)[], field: string, item: FieldValue) => void,
  note: NoteField,
): void {
  if (typeof value === 'string') {
    addSite(path, 'url', value);
    return;
  }
  if (!Array.isArray(value)) {
    for (const [key, item] of Object.entries(value))
      if (!isEmpty(item) && !isMail(item)) addSite([...path, key], nameOf(key), item);
      else if (!isEmpty(item)) noteMail([...path, key], item, note);
    return;
  }
  for (const [index, item] of value.entries()) {
    if (!isMapping(item)) {
      addSite([...path, index], 'url', item);
      continue;
    }
    const key = ['url', 'href', 'link'].find((one) => typeof item[one] === 'string');
    if (key === undefined)
      note([...path, index], 'dropped', `${path.join('.')}: ${showValue(item)}`);
    else if (isMail(item[key] ?? '')) noteMail([...path, index], item[key] ?? '', note);
    else addSite([...path, index], 'url', item[key] ?? '');
    for (const [other, words] of Object.entries(item))
      if (key !== undefined && other !== key && !/^icon/u.test(other))
        note([...path, index], 'dropped', `${[...path, other].join('.')}: ${showValue(words)}`);
  }
}

function isMail(value: FieldValue): boolean {
  return (
    typeof value === 'string' &&
    /^(?:mailto:)?[^\s@/]+@[^\s@/]+$/iu.test(value.trim()) &&
    !value.startsWith('@')
  );
}

function noteMail(
  path: readonly (string | number)[],
  value: FieldValue,
  note: NoteField,
): void {
  const message = `${path.join('.')}: ${showValue(value)}: not published; add it as \`contact\``;
  note(path, 'dropped', message);
}

function nameOf(key: string): string {
  return key.toLowerCase().replace(/[-_ ]/gu, '');
}

function isEmpty(value: FieldValue): boolean {
  if (typeof value === 'string') return /^\s*(?:~|null)?\s*$/u.test(value);
  return (Array.isArray(value) ? value : Object.values(value)).every(isEmpty);
}
