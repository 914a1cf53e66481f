import { z } from 'astro/zod';
import { parseWrittenDate } from '../../language/news-date.ts';
import { line, text } from '../fields/text-field.ts';
import { isWebAddress } from '../fields/web-address.ts';
import { contact } from '../settings/contact-form.ts';
import { creditForm } from './credit-form.ts';
import { explainDate } from './explain-date.ts';
import { filePath, mappingOf, nameInAddress, webAddress } from './field-forms.ts';
import { genreNames, nearestGenre, parseGenre } from './genre.ts';
import { parseOldPath } from './old-path.ts';
import { fitsInName, toSlug } from './slug.ts';

/**
 * The schemas of every field of front matter, by kind of file. Each `error` completes "expected …".
 * Required fields are checked later, since translations inherit.
 */

const kinds = ['correction', 'clarification', 'update', 'retraction'] as const;
export type CorrectionKind = (typeof kinds)[number];

const dateForm = 'a date such as 2026-03-04 or 2026-03-04T09:30+09:00';

const date = z.custom<string>().transform((value: unknown, context) => {
  const parsed = typeof value === 'string' ? parseWrittenDate(value) : undefined;
  if (parsed) return parsed;
  const cure = typeof value === 'string' ? explainDate(value) : cureOfDates(value);
  context.addIssue({ code: 'custom', message: dateForm, params: { cure } });
  return z.NEVER;
});

/** MkDocs Material has `date: {created: …, updated: …}`. */
function cureOfDates(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { created, updated } = value as Record<string, unknown>;
  if (typeof created !== 'string') return undefined;
  const second = typeof updated === 'string' ? ` and \`updated: ${updated}\`` : '';
  return `write \`date: ${created}\`${second}, each on a line of its own`;
}

const kind = z.custom<string>().transform((value: unknown, context) => {
  const genre = typeof value === 'string' ? parseGenre(value) : undefined;
  if (genre) return genre;
  const near = typeof value === 'string' ? nearestGenre(value) : undefined;
  context.addIssue({
    code: 'custom',
    message: `one of ${genreNames.join(', ')}`,
    params: near === undefined ? {} : { cure: `did you mean \`${near}\`?` },
  });
  return z.NEVER;
});

const sitePath = (error: string) =>
  z.string({ error }).transform((value, context) => {
    const path = parseOldPath(value);
    if (path !== undefined) return path;
    context.addIssue(error);
    return z.NEVER;
  });

const canonicalForms = '`self`, `original` or an address such as https://example.org/page';

/** A list. A single text without a comma is a list of one. */
const listOf = <T extends z.ZodType>(item: T, error: string) =>
  z.preprocess(
    (value: string | readonly z.input<T>[]) =>
      typeof value === 'string' && !value.includes(',') ? [value] : value,
    z.array(item, { error }),
  );

const author = mappingOf(
  { name: text('a name'), url: webAddress.optional() },
  'a name, or `name:` and `url:`',
  (name) => ({ name }),
);

const namedLicence = mappingOf(
  { name: text('the name of a licence such as CC BY 4.0'), url: webAddress.optional() },
  'the name of a licence, or `name:` and `url:`',
  (name) => ({ name }),
);

const image = mappingOf(
  {
    file: filePath('the path of a picture beside the article, such as ./bridge.jpg').optional(),
    alt: text('a description of the picture').optional(),
    caption: text('text').optional(),
    credit: creditForm.optional(),
  },
  '`file:`, `alt:`, `caption:` and `credit:`',
  (file) => ({ file }),
);

const source = mappingOf(
  {
    name: text('a name').optional(),
    url: webAddress.optional(),
    published: date.optional(),
    archived: webAddress.optional(),
  },
  '`name:`, `url:`, `published:` and `archived:`',
  (value) => (isWebAddress(value.trim()) ? { url: value } : { name: value }),
);

const correction = z.strictObject(
  {
    date,
    text: text('what was corrected'),
    kind: z.enum(kinds, { error: `one of ${kinds.join(', ')}` }).default('correction'),
  },
  { error: 'a correction with `date:` and `text:`' },
);

/** Articles and pages. Imports write fields in this order. */
export const frontMatterSchema = z.strictObject(
  {
    title: text('a headline').optional(),
    kicker: text('a few words above the headline').optional(),
    date: date.optional(),
    updated: date.optional(),
    kind: kind.optional(),
    story: nameInAddress('the name of a running story').optional(),
    closed: date.optional(),
    dateline: text('a place such as BEIJING').optional(),
    summary: text('text').optional(),
    section: nameInAddress('the name of a section').optional(),
    topics: listOf(
      nameInAddress('the name of a topic'),
      'a list such as [China, Trade]',
    ).optional(),
    authors: listOf(author, 'a list of names').optional(),
    image: image.optional(),
    source: source.optional(),
    licence: namedLicence.optional(),
    translator: text('a name').optional(),
    keyPoints: z.array(text('text'), { error: 'a list of sentences' }).optional(),
    corrections: z.array(correction, { error: 'a list of corrections' }).optional(),
    aliases: listOf(
      sitePath('an old path such as /old/address/'),
      'a list of paths such as /old/address/',
    ).optional(),
    canonical: z
      .string({ error: canonicalForms })
      .trim()
      .refine((value) => /^(?:self|original)$/u.test(value) || isWebAddress(value), {
        error: canonicalForms,
      })
      .optional(),
    card: filePath('the path of a picture beside the article').optional(),
    id: line('text').optional(),
    lang: line('a language tag such as en or zh-Hans')
      .refine((value) => value.length <= 60, { error: 'a language tag of at most 60 letters' })
      .optional(),
    slug: z
      .string({ error: 'a part of an address such as my-article' })
      .trim()
      .normalize('NFC')
      .refine((value) => value !== '' && toSlug(value) === value, {
        error: 'a part of an address such as my-article, without spaces and signs',
      })
      .refine(fitsInName, { error: 'a part of an address of at most 240 bytes' })
      .optional(),
    draft: z
      .enum(['true', 'false', 'True', 'False'], { error: '`true` or `false`' })
      .transform((value) => value.toLowerCase() === 'true')
      .optional(),
  },
  { error: 'fields such as `title: A headline`' },
);

const { title, updated, summary, keyPoints, corrections, aliases, lang, slug, draft } =
  frontMatterSchema.shape;

/** People. */
export const personSchema = z.strictObject(
  {
    name: text('a name').optional(),
    role: text('a post such as Reporter').optional(),
    summary,
    image: image.optional(),
    contact: listOf(contact, 'a list of e-mail addresses or web addresses').optional(),
    sameAs: listOf(
      webAddress,
      'a list of addresses such as https://example.org/jane',
    ).optional(),
    aka: listOf(text('a name'), 'a list of names').optional(),
    aliases,
    lang,
    slug,
    draft,
  },
  { error: 'fields such as `name: Jane Roe`' },
);

const states = ['open', 'closed'] as const;

const keyDate = z.strictObject(
  { date, text: text('what happened') },
  { error: 'a date with `date:` and `text:`' },
);

/** Running stories. */
export const runningStorySchema = z.strictObject(
  {
    title,
    summary,
    state: z.enum(states, { error: '`open` or `closed`' }).optional(),
    updated,
    image: image.optional(),
    keyPoints,
    keyDates: z
      .array(keyDate, { error: 'a list of dates with `date:` and `text:`' })
      .optional(),
    corrections,
    aliases,
    lang,
    slug,
    draft,
  },
  { error: 'fields such as `title: The new bridge`' },
);

export type FrontMatter = z.output<typeof frontMatterSchema>;
type PersonFields = z.output<typeof personSchema>;
type RunningStoryFields = z.output<typeof runningStorySchema>;

/** The fields of a content file of any kind. */
export type ContentFields = FrontMatter &
  Omit<PersonFields, keyof FrontMatter> &
  Omit<RunningStoryFields, keyof FrontMatter>;

/** What may be written; an import writes it. */
export type FrontMatterInput = z.input<typeof frontMatterSchema>;
/** What may be written in a file of a person. */
export type PersonInput = z.input<typeof personSchema>;
export type WrittenImage = NonNullable<FrontMatter['image']>;
