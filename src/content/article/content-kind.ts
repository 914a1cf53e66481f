import type { z } from 'astro/zod';
import type { Fields } from '../fields/fields.ts';
import { type ContentKind, kindOfFolder } from './content-file-name.ts';
import { frontMatterSchema, personSchema, runningStorySchema } from './front-matter.ts';

/** The schema of each kind of content file. */
export const schemaOf = {
  article: frontMatterSchema,
  page: frontMatterSchema,
  person: personSchema,
  'running-story': runningStorySchema,
} as const satisfies Readonly<Record<ContentKind, z.ZodObject>>;

/** The field with the title of each kind of file, and what it expects. */
export const titleFields = {
  article: { field: 'title', expected: 'a headline' },
  page: { field: 'title', expected: 'a headline' },
  person: { field: 'name', expected: 'a name' },
  'running-story': { field: 'title', expected: 'a headline' },
} as const satisfies Readonly<Record<ContentKind, object>>;

/**
 * The kind of a content file. In `people/` and `stories/`, a file with the fields of an article
 * remains one: with a `title` other than the name of a person, or with a date.
 */
export function contentKind(path: string, { value }: Pick<Fields, 'value'>): ContentKind {
  const kind = kindOfFolder(path);
  const has = (field: string) => value[field] !== undefined && value[field] !== '';
  const isDated = has('date') || /\/\d{4}-\d{2}-\d{2}[-_ ][^/]+$/u.test(path);
  if (kind === 'person' && has('title') && (!has('name') || isDated)) return 'article';
  return kind === 'running-story' && isDated ? 'article' : kind;
}

/** Where each kind of file is, as a clause of a cure. */
const places = {
  article: 'an article',
  page: 'an article',
  person: 'a person, in people/',
  'running-story': 'a running story, in stories/',
} as const satisfies Readonly<Record<ContentKind, string>>;

/** The cure for a field that files of other kinds have; undefined for any other field. */
export function cureOfForeign(
  field: string,
  kind: ContentKind,
  path: string,
): string | undefined {
  const owners = (Object.keys(schemaOf) as ContentKind[]).filter((other) =>
    Object.hasOwn(schemaOf[other].shape, field),
  );
  const [owner] = owners;
  if (owner === undefined || owners.includes(kind)) return undefined;
  if (kind === 'person' && field === 'title')
    return 'it is not used; a person has a `name`, and a post in `role`';
  const folder = kindOfFolder(path);
  if (kind === 'article' && owners.includes(folder))
    return folder === 'person'
      ? 'it is not used: a file with `title` and a date is an article; a person has neither'
      : 'it is not used: a file with a date is an article; a running story has none';
  return `it is not used; it is a field of ${places[owner]}`;
}
