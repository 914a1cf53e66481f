import { z } from 'astro/zod';
import { canonicalLanguage } from '../../language/canonical-language.ts';
import { isTimeZone } from '../../language/format-date.ts';
import { suggestName } from '../../system/problems/nearest-name.ts';
import { line, text } from '../fields/text-field.ts';
import { byLanguage } from './by-language.ts';
import { address, contact } from './contact-form.ts';
import { followSchema } from './follow-form.ts';
import { frontSchema } from './front-schema.ts';
import { sectionList, topicList } from './group-names.ts';
import { hostNames } from './host-names.ts';
import { securitySchema } from './security-schema.ts';
import { parseOrigin } from './settings.ts';

/**
 * The schema of every field of `publication.yaml`. Each `error` completes "expected …". Scalars
 * arrive as text.
 */

export const defaultLanguages = [
  'en',
  'ko',
  'zh-Hans',
  'zh-Hant',
  'ja',
  'de',
  'fr',
  'es',
  'ar',
];

const language = z
  .string({ error: 'a language tag such as en or zh-Hans' })
  .transform((tag, context) => {
    const canonical = tag.length > 60 ? undefined : canonicalLanguage(tag);
    if (canonical !== undefined) return canonical;
    context.addIssue('a language tag such as en or zh-Hans');
    return z.NEVER;
  });

/** Text, or a mapping from language tags to text. */
const local = byLanguage(text('text'), 'text, or text by language such as {en: …, ko: …}');

const origin = (error: string) =>
  z.string({ error }).transform((value, context) => {
    const parsed = parseOrigin(value.trim());
    if (parsed !== undefined) return parsed;
    context.addIssue(error);
    return z.NEVER;
  });

const whole = (error: string, min: number, max: number) =>
  z
    .string({ error })
    .refine(
      (value) => /^\d{1,9}$/u.test(value) && Number(value) >= min && Number(value) <= max,
      { error },
    )
    .transform(Number);

const size = z.string({ error: 'a size such as 2 MB' }).transform((value, context) => {
  const match = /^(\d+(?:\.\d+)?)\s*(B|kB|MB)?$/iu.exec(value.trim());
  const unit = { b: 1, kb: 1000, mb: 1_000_000 }[match?.[2]?.toLowerCase() ?? 'b'] ?? 1;
  const bytes = Math.round(Number(match?.[1]) * unit);
  if (bytes <= 100_000_000) return bytes;
  context.addIssue(match ? 'at most 100 MB' : 'a size such as 2 MB');
  return z.NEVER;
});

const seconds = z.string({ error: 'seconds such as 30 s' }).transform((value, context) => {
  const match = /^(\d{1,4})\s*s?$/u.exec(value.trim());
  if (match && Number(match[1]) > 0) return Number(match[1]);
  context.addIssue('seconds such as 30 s');
  return z.NEVER;
});

const flag = z
  .enum(['true', 'false', 'True', 'False'], { error: '`true` or `false`' })
  .transform((value) => value.toLowerCase() === 'true');

const policies = z.strictObject(
  Object.fromEntries(
    [
      'corrections',
      'diversity',
      'ethics',
      'feedback',
      'masthead',
      'mission',
      'ownership',
      'principles',
      'sources',
      'verification',
    ].map((name) => [name, address.optional()]),
  ) as Record<string, z.ZodOptional<typeof address>>,
  { error: 'a mapping such as {corrections: /corrections/}' },
);

const fontName = z
  .string({ error: 'the name of a font' })
  .refine((value) => /^[\p{L}\p{N} _-]{1,60}$/u.test(value), { error: 'the name of a font' });

/** A name, alone or with a URL. */
const nameAndAddress = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z.strictObject(
    { name: text('a name'), url: address.optional() },
    { error: 'a name, or `name:` and `url:`' },
  ),
);

/** The path of a picture, or of one per theme. */
const logo = z.preprocess(
  (value) => (typeof value === 'string' ? { light: value } : value),
  z.strictObject(
    { light: line('the path of a picture'), dark: line('the path of a picture').optional() },
    { error: 'the path of a picture, or `light:` and `dark:` with one each' },
  ),
);

/** Optional outputs: of each article, and the articles of each day in all years. */
const extras = ['card', 'search', 'markdown', 'days'] as const;

/** Lists that have feeds, besides the editions. */
const groupsWithFeeds = ['sections', 'topics', 'authors', 'stories'] as const;

export const publicationSchema = z.strictObject(
  {
    name: local.optional(),
    tagline: local.optional(),
    description: local.optional(),
    url: origin('an origin such as https://news.example').optional(),
    languages: z
      .array(language, { error: 'a list of language tags such as [en, ko]' })
      .min(1, { error: 'a list of language tags such as [en, ko]' })
      .refine((list) => new Set(list.map((tag) => tag.toLowerCase())).size === list.length, {
        error: 'each language once',
      })
      .default(defaultLanguages),
    timeZone: z
      .string({ error: 'an IANA time zone such as Asia/Seoul' })
      .superRefine((value, context) => {
        if (isTimeZone(value)) return;
        const message = 'an IANA time zone such as Asia/Seoul';
        context.addIssue({ code: 'custom', message, params: suggestTimeZone(value) });
      })
      .default('UTC'),
    sections: sectionList.default([]),
    topics: topicList.default([]),
    owner: nameAndAddress.optional(),
    contact: contact.optional(),
    follow: followSchema.optional(),
    policies: policies.default({}),
    licence: nameAndAddress.optional(),
    theme: z
      .strictObject(
        {
          accent: z
            .string({ error: 'a colour such as "#8b1e1e"' })
            .regex(/^#[0-9a-f]{6}$/iu, { error: 'a colour such as "#8b1e1e"' })
            .optional(),
          fonts: z
            .strictObject(
              { text: fontName.optional(), interface: fontName.optional() },
              { error: '`text:` and `interface:`' },
            )
            .optional(),
          logo: logo.optional(),
          icon: text('the path of a square picture').optional(),
          folder: text('the path of a folder').optional(),
        },
        { error: '`accent:`, `fonts:`, `logo:`, `icon:` and `folder:`' },
      )
      .default({}),
    front: frontSchema.optional(),
    pageSize: whole('a number from 1 to 500', 1, 500).default(24),
    canonical: z
      .enum(['original', 'self'], { error: '`original` or `self`' })
      .default('original'),
    images: z
      .preprocess(
        (value) => (value === 'local' ? { remote: [] } : value),
        z.strictObject(
          {
            remote: z.array(origin('an origin such as https://images.example'), {
              error: 'a list of origins such as [https://images.example]',
            }),
          },
          { error: '`local`, or `remote:` with a list of origins' },
        ),
      )
      .default({ remote: [] }),
    precompress: z
      .array(z.enum(['br', 'gz'], { error: '`br` or `gz`' }), {
        error: 'a list such as [br, gz]',
      })
      .default([]),
    hosting: z
      .strictObject(
        {
          hsts: flag.default(false),
          files: z.enum(['all', 'one'], { error: '`all` or `one`' }).default('all'),
          host: z.enum(hostNames, { error: `one of ${hostNames.join(', ')}` }).optional(),
        },
        { error: '`hsts:`, `files:` and `host:`' },
      )
      .prefault({}),
    extras: z
      .array(z.enum(extras, { error: '`card`, `search`, `markdown` or `days`' }), {
        error: 'a list such as [card, search, markdown, days]',
      })
      .default([...extras]),
    cards: z
      .strictObject(
        { newest: whole('a number from 1 to 1000000', 1, 1_000_000).optional() },
        { error: '`newest:` and a number' },
      )
      .default({}),
    feeds: z
      .array(
        z.enum(groupsWithFeeds, { error: '`sections`, `topics`, `authors` or `stories`' }),
        {
          error: 'a list such as [sections, topics]',
        },
      )
      .default([...groupsWithFeeds]),
    security: securitySchema.optional(),
    silentEdits: z
      .enum(['warn', 'error', 'allow'], { error: '`warn`, `error` or `allow`' })
      .default('warn'),
    limits: z
      .strictObject(
        {
          size: size.default(2_000_000),
          nesting: whole('a number from 1 to 1000', 1, 1000).default(100),
          time: seconds.default(30),
        },
        { error: '`size:`, `nesting:` and `time:`' },
      )
      .prefault({}),
  },
  { error: 'fields such as `name: The Daily`' },
);

/** Suggests the nearest time zone, or the one with this city (`Seoul`). */
function suggestTimeZone(wrong: string): { readonly cure?: string } {
  const zones = Intl.supportedValuesOf('timeZone');
  const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  const city = wrong.replaceAll('_', ' ').toLowerCase();
  const ofCity = zones.find((zone) => cityOf(zone).toLowerCase() === city);
  return suggestName(ofCity ?? wrong, zones);
}
