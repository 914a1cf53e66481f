import type { z } from 'astro/zod';
import { createNewsDate, isBefore, parseWrittenDate } from '../../language/news-date.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import type { Fields, FieldValue } from '../fields/fields.ts';
import { renameFields } from '../fields/rename-fields.ts';
import type { ContentKind } from './content-file-name.ts';
import { schemaOf } from './content-kind.ts';
import type { ContentFields } from './front-matter.ts';

type FieldName = keyof ContentFields;

/**
 * Unambiguous names of fields in other programs (Jekyll, Hugo, Eleventy, Hexo, Astro themes,
 * Ghost), without `_`, `-` and capitals. Names whose meaning or form differs between programs,
 * such as `category`, `cover` or `permalink`, are not included.
 */
const synonyms: Readonly<Record<string, FieldName>> = {
  headline: 'title',
  author: 'authors',
  tags: 'topics',
  description: 'summary',
  excerpt: 'summary',
  deck: 'summary',
  dek: 'summary',
  standfirst: 'summary',
  subtitle: 'summary',
  lastmod: 'updated',
  lastmodified: 'updated',
  lastmodifiedat: 'updated',
  lastupdated: 'updated',
  modified: 'updated',
  modifiedat: 'updated',
  modifieddate: 'updated',
  datemodified: 'updated',
  dateupdated: 'updated',
  updatedat: 'updated',
  updateddate: 'updated',
  pubdate: 'date',
  pubdatetime: 'date',
  publishdate: 'date',
  publishedat: 'date',
  publicationdate: 'date',
  datepublished: 'date',
  license: 'licence',
  // Most programs mean a template by `type`; only the name of a kind of work fits.
  type: 'kind',
  articletype: 'kind',
  storytype: 'kind',
  genre: 'kind',
  series: 'story',
  eyebrow: 'kicker',
  overline: 'kicker',
  position: 'role',
  jobtitle: 'role',
  email: 'contact',
  ...Object.fromEntries(
    Object.values(schemaOf).flatMap(({ shape }) =>
      (Object.keys(shape) as FieldName[]).map((name) => [name.toLowerCase(), name]),
    ),
  ),
};

/**
 * Reads fields of a kind of file by their synonyms if the field itself is absent and the value is
 * valid. Each name is reported once for the whole site. Other fields stay as they are.
 */
export function readSynonyms(
  fields: Fields,
  file: string,
  kind: ContentKind = 'article',
): { fields: Fields; problems: readonly Problem[] } {
  const names = new Map<string, string>();
  const problems: Problem[] = [];
  const taken = new Set(Object.keys(fields.value));
  for (const [key, value] of Object.entries(fields.value)) {
    const name = key.replace(/[_-]/gu, '').toLowerCase();
    const known = Object.hasOwn(synonyms, name) ? synonyms[name] : undefined;
    if (known === undefined || taken.has(known) || !fits(known, value, fields, kind)) continue;
    taken.add(known);
    names.set(key, known);
    problems.push({
      severity: 'warning',
      file,
      ...fields.positionOfKey([key]),
      field: key,
      message: wrongValue(`the name \`${known}\``, quote(key)),
      cure: `it is read as \`${known}\``,
      once: `synonym ${key}`,
    });
  }
  return { fields: renameFields(fields, names), problems };
}

function fits(
  name: FieldName,
  value: FieldValue,
  { value: all }: Fields,
  kind: ContentKind,
): boolean {
  const shape: Partial<Record<FieldName, z.ZodType>> = schemaOf[kind].shape;
  if (!shape[name]) return false;
  // Errors in these are reported, since they control publication.
  if (name === 'date' || name === 'draft') return true;
  // `tags: one two` is two tags in some programs and one in others.
  if (name === 'topics' && typeof value === 'string' && /\s/u.test(value.trim())) return false;
  if (!shape[name].safeParse(value).success) return false;
  return name !== 'updated' || !isBeforeDate(value, all['date']);
}

function isBeforeDate(updated: FieldValue, date: FieldValue | undefined): boolean {
  const [later, earlier] = [updated, date].map((value) =>
    typeof value === 'string' ? parseWrittenDate(value) : undefined,
  );
  if (!later || !earlier) return false;
  return isBefore(createNewsDate(later, 'UTC'), createNewsDate(earlier, 'UTC'), 'UTC');
}
