import { quote } from '../../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import type { Fields, FieldValue } from '../fields/fields.ts';
import { renameFields } from '../fields/rename-fields.ts';
import { frontMatterSchema } from './front-matter.ts';
import { createNewsDate, isBefore, parseWrittenDate } from './news-date.ts';

type FieldName = keyof typeof frontMatterSchema.shape;

/**
 * Names that other programs have for a field and that mean nothing else (Jekyll, Hugo, Eleventy,
 * Hexo, Astro themes, Ghost). Without `_`, `-` and capitals. Not here: names whose meaning or
 * whose form differs from program to program, such as `category`, `cover` or `permalink`.
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
  ...Object.fromEntries(
    (Object.keys(frontMatterSchema.shape) as FieldName[]).map((name) => [
      name.toLowerCase(),
      name,
    ]),
  ),
};

/**
 * Reads fields by their synonyms, where the field itself is not there and the value has its form.
 * Each name is told once for the whole site. What is not taken here is left as it is.
 */
export function readSynonyms(
  fields: Fields,
  file: string,
): { fields: Fields; problems: readonly Problem[] } {
  const names = new Map<string, string>();
  const problems: Problem[] = [];
  const taken = new Set(Object.keys(fields.value));
  for (const [key, value] of Object.entries(fields.value)) {
    const name = key.replace(/[_-]/gu, '').toLowerCase();
    const known = Object.hasOwn(synonyms, name) ? synonyms[name] : undefined;
    if (known === undefined || taken.has(known) || !fits(known, value, fields)) continue;
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

function fits(name: FieldName, value: FieldValue, { value: all }: Fields): boolean {
  // An error in these is told, since a text is published by them.
  if (name === 'date' || name === 'draft') return true;
  // `tags: one two` is two tags in one program and one in another.
  if (name === 'topics' && typeof value === 'string' && /\s/u.test(value.trim())) return false;
  if (!frontMatterSchema.shape[name].safeParse(value).success) return false;
  return name !== 'updated' || !isBeforeDate(value, all['date']);
}

function isBeforeDate(updated: FieldValue, date: FieldValue | undefined): boolean {
  const [later, earlier] = [updated, date].map((value) =>
    typeof value === 'string' ? parseWrittenDate(value) : undefined,
  );
  if (!later || !earlier) return false;
  return isBefore(createNewsDate(later, 'UTC'), createNewsDate(earlier, 'UTC'), 'UTC');
}
