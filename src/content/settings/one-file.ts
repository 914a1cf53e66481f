import type { z } from 'astro/zod';
import { quote } from '../../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import type { FieldPath, Fields } from '../fields/fields.ts';
import type { publicationSchema } from './publication-schema.ts';

/** The settings that decide how many files a site has. */
type FileSettings = Pick<
  z.output<typeof publicationSchema>,
  'hosting' | 'pageSize' | 'extras' | 'feeds' | 'precompress'
>;

/** Articles on a full list page: 95,000 articles in 60 topics, four each, are on 1,000 such pages. */
const largePage = 400;

/**
 * The settings for `hosting: {files: one}`, with which each article is a single file: no Markdown version
 * and no compressed files. Unless the publication gives them, list pages are larger and only editions and
 * sections have feeds. What was asked for and is not made is a warning.
 */
export function withOneFile<Settings extends FileSettings>(
  settings: Settings,
  { value, positionOf }: Pick<Fields, 'value' | 'positionOf'>,
  file: string,
): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  if (settings.hosting.files !== 'one') return { settings, problems: [] };
  const isGiven = (name: string) => Object.hasOwn(value, name);
  const warn = (path: FieldPath, expected: string, got: string): Problem => ({
    ...{ severity: 'warning', file, ...positionOf(path), field: path.slice(0, 2).join('.') },
    message: wrongValue(expected, got),
    cure: 'remove it, or `files: one` in `hosting`',
  });
  const markdown = settings.extras.indexOf('markdown');
  const problems = [
    ...(isGiven('extras') && markdown >= 0
      ? [warn(['extras', markdown], 'no file besides the page of an article', '`markdown`')]
      : []),
    ...(settings.precompress.length > 0
      ? [warn(['precompress'], 'no compressed files', quote(settings.precompress.join(', ')))]
      : []),
    ...('cards' in value && value['cards'] !== undefined
      ? [warn(['cards'], 'no share cards of articles', 'a number of them')]
      : []),
  ];
  return {
    settings: {
      ...settings,
      extras: settings.extras.filter((name) => name !== 'markdown'),
      precompress: [],
      pageSize: isGiven('pageSize') ? settings.pageSize : largePage,
      feeds: isGiven('feeds') ? settings.feeds : (['sections'] as const),
    },
    problems,
  };
}
