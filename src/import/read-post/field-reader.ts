import type { Fields, FieldValue } from '../../content/fields/fields.ts';
import { truncate } from '../../language/truncate.ts';
import type { Certainty, Note } from '../draft.ts';
import { decodeEntities } from '../html/html-tree.ts';

/** A field with its key as written and its value, which is not empty. */
export interface FoundField {
  readonly key: string;
  readonly value: FieldValue;
  readonly line: number;
  readonly column: number;
  /** The file that sets it for many posts, if the post itself does not. */
  readonly from?: string;
}

/** Fields inherited from a folder or the site. */
export interface Inherited {
  readonly value: { readonly [key: string]: FieldValue };
  readonly from: string;
}

/** Hands out fields one by one and keeps track of those not taken. */
export interface FieldReader {
  /** The first of these fields that has a value; names in lower case without `_` and `-`. */
  take(...names: readonly string[]): FoundField | undefined;
  /** All of these fields that have a value, in the order of the names. */
  takeAll(...names: readonly string[]): readonly FoundField[];
  /** A field, without taking it. */
  peek(name: string): FoundField | undefined;
  /** Takes a field that `leftOver` returned. */
  drop(found: FoundField): void;
  leftOver(): readonly FoundField[];
  note(
    found: FoundField | undefined,
    field: string,
    message: string,
    certainty?: Certainty,
  ): void;
  readonly notes: Note[];
}

/** Mappings for custom fields (Hugo, Zola). */
const folders = ['params', 'extra', 'taxonomies'];

/** `inherited`: nearest to the post first. */
export function createFieldReader(
  fields: Fields,
  inherited: readonly Inherited[] = [],
): FieldReader {
  const found = new Map<string, FoundField>();
  const notes: Note[] = [];
  const add = (path: readonly string[], value: FieldValue) => {
    const key = path.at(-1) ?? '';
    const name = key.toLowerCase().replace(/[-_ ]/gu, '');
    if (isEmpty(value)) return;
    const plain = decodeValue(value);
    const entry = { key: path.join('.'), value: plain, ...fields.positionOfKey(path) };
    if (plain !== value && JSON.stringify(plain) !== JSON.stringify(value))
      notes.push({
        ...{ line: entry.line, column: entry.column, field: entry.key, certainty: 'certain' },
        message: `character references become characters: ${showValue(plain)}`,
      });
    if (found.has(name)) found.set(path.join('.'), entry);
    else found.set(name, entry);
  };
  for (const [key, value] of Object.entries(fields.value)) {
    if (folders.includes(key) && isMapping(value)) continue;
    add([key], value);
  }
  for (const folder of folders) {
    const inner = fields.value[folder];
    if (!isMapping(inner)) continue;
    for (const [key, value] of Object.entries(inner)) add([folder, key], value);
  }
  for (const { value, from } of inherited)
    for (const [key, item] of flatFields(value)) {
      const name = key.toLowerCase().replace(/[-_ ]/gu, '');
      if (found.has(name) || isEmpty(item)) continue;
      found.set(name, { key, value: decodeValue(item), line: 1, column: 1, from });
    }
  const takeAll = (...names: readonly string[]) =>
    names.flatMap((name) => {
      const entry = found.get(name);
      found.delete(name);
      return entry ? [entry] : [];
    });
  return {
    take(...names) {
      const name = names.find((item) => found.has(item));
      return name === undefined ? undefined : takeAll(name)[0];
    },
    takeAll,
    peek: (name) => found.get(name),
    drop(entry) {
      for (const [name, one] of found) if (one === entry) found.delete(name);
    },
    leftOver: () => [...found.values()],
    note(entry, field, message, certainty = 'certain') {
      const isOwn = entry !== undefined && entry.from === undefined;
      const place = isOwn ? { line: entry.line, column: entry.column } : {};
      const source = entry?.from === undefined ? '' : ` (from ${entry.from})`;
      notes.push({ ...place, field, message: `${message}${source}`, certainty });
    },
    notes,
  };
}

function flatFields(value: Inherited['value']): [key: string, value: FieldValue][] {
  return Object.entries(value).flatMap(([key, item]): [string, FieldValue][] =>
    folders.includes(key) && isMapping(item) ? Object.entries(item) : [[key, item]],
  );
}

export function isMapping(
  value: FieldValue | undefined,
): value is { [key: string]: FieldValue } {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Decodes character references: `It&#8217;s` -> `It’s`. */
function decodeValue(value: FieldValue): FieldValue {
  if (typeof value === 'string') return decodeEntities(value);
  if (Array.isArray(value)) return value.map(decodeValue);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, decodeValue(item)]),
  );
}

function isEmpty(value: FieldValue): boolean {
  if (typeof value === 'string') return /^\s*(?:~|null)?\s*$/u.test(value);
  return (Array.isArray(value) ? value : Object.values(value)).every(isEmpty);
}

/** A value for a note, on one line and shortened. */
export function showValue(value: FieldValue): string {
  const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
  const line = text.replace(/\s+/gu, ' ');
  return `"${truncate(line, 201)}"`;
}
