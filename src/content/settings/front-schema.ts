import { z } from 'astro/zod';
import { line, text } from '../fields/text-field.ts';
import { byLanguage } from './by-language.ts';

/** The schema of `front:` in `publication.yaml` and of a file in the folder `front`. */

const articleName = line('the file name of an article, such as bridge.md');

const articleList = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(articleName, { error: 'a list of articles such as [bridge.md, storm.md]' }).max(50, {
    error: 'at most 50 articles',
  }),
);

/** Articles below a title, or of a section or running story. */
const frontPackage = z
  .strictObject(
    {
      title: byLanguage(
        text('text'),
        'text, or text by language such as {en: …, ko: …}',
      ).optional(),
      section: line('the name of a section').optional(),
      story: line('a running story: its title, or the name of its file').optional(),
      articles: articleList.default([]),
    },
    { error: '`title:`, `section:` or `story:`, and `articles:`' },
  )
  .superRefine(({ title, section, story, articles }, context) => {
    const group = section ?? story;
    if (section !== undefined && story !== undefined)
      context.addIssue({ code: 'custom', path: ['story'], message: 'a section or a story' });
    if (group === undefined && articles.length === 0)
      context.addIssue({
        code: 'custom',
        path: ['articles'],
        message: 'a list of articles such as [bridge.md, storm.md]',
      });
    if (group === undefined && title === undefined)
      context.addIssue({
        code: 'custom',
        path: ['title'],
        message: 'a title, `section:` or `story:`',
      });
  });

export const frontSchema = z.strictObject(
  {
    lead: articleName.optional(),
    order: articleList.default([]),
    packages: z
      .array(frontPackage, { error: 'a list of packages, each with a title and articles' })
      .max(12, { error: 'at most 12 packages' })
      .default([]),
    until: line('a date such as 2026-03-04 or 2026-03-04T09:30+09:00').optional(),
  },
  { error: '`lead:`, `order:`, `packages:` and `until:`' },
);

/** What an editor wrote for a front page. */
export type WrittenFront = z.output<typeof frontSchema>;
