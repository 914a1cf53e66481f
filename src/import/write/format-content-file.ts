import { stringify } from 'yaml';
import { frontMatterSchema, personSchema } from '../../content/article/front-matter.ts';
import { cleanText } from '../../content/fields/clean-text.ts';
import type { Draft, DraftFields } from '../draft.ts';
import { dropSoftBreaks } from '../plain-text.ts';

/** Fields are written in the order of the schema. */
const order = Object.keys(frontMatterSchema.shape) as (keyof DraftFields)[];
const orderOfPeople = Object.keys(personSchema.shape);

/**
 * Formats a draft as a content file: YAML front matter in a fixed order, with every text in one
 * line and quoted where YAML could misread it, then the body. Empty fields are omitted.
 */
export function formatContentFile(draft: Pick<Draft, 'fields' | 'body' | 'person'>): string {
  const { person } = draft;
  const written: Readonly<Record<string, unknown>> =
    person === undefined ? draft.fields : { ...person, lang: draft.fields.lang };
  const fields = (person === undefined ? order : orderOfPeople)
    .map((name) => [name, tidy(written[name])] as const)
    .filter(([, value]) => value !== undefined);
  const front = stringify(Object.fromEntries(fields), {
    lineWidth: 0,
    blockQuote: false,
    // `yes` and `12:30` are text in YAML 1.2, but not for every program that may read the file.
    compat: 'yaml-1.1',
  });
  const body = draft.body.replace(/^\n+|\s+$/gu, '');
  const dated = front.replace(
    /^(date|updated| {2}published): "(\d{4}-[\dT:+Z. -]*)"$/gmu,
    '$1: $2',
  );
  return `---\n${dated}---\n${body === '' ? '' : `\n${body}\n`}`;
}

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(dropSoftBreaks(value)) || undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(tidy).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  const entries = Object.entries(value)
    .map(([key, item]) => [key, tidy(item)] as const)
    .filter(([, item]) => item !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
