import { cleanText } from '../../fields/clean-text.ts';
import { canonicalLanguage } from '../../language/canonical-language.ts';
import type { DraftFields, DraftName } from '../draft.ts';
import { type FieldDesk, type Found, showValue } from './field-desk.ts';
import { baseOf, withoutDate } from './old-addresses.ts';
import type { Generator, SiteSettings } from './post-folder.ts';
import { readAliases } from './read-aliases.ts';
import { readDates } from './read-dates.ts';
import { type BringPicture, readImage } from './read-image.ts';
import { readAuthors, readTopics, toAuthor } from './read-names.ts';
import { toPlainLine } from './to-plain-line.ts';
import { webAddress } from './web-address.ts';

export interface FieldContext {
  /** Below the site's root, with `/`. */
  readonly path: string;
  readonly timeZone: string;
  readonly generator: Generator;
  readonly site: SiteSettings;
  readonly authors: ReadonlyMap<string, DraftName>;
  readonly bring: BringPicture;
  /** The headline that the text begins with, where it begins with one. */
  readonly heading?: string | undefined;
  readonly title?: string | undefined;
  readonly lang?: string | undefined;
}

/** Front matter of any generator -> front matter of a copy; what is left out is noted. */
export function readFields(desk: FieldDesk, context: FieldContext): DraftFields {
  const { path, generator, site } = context;
  const title = readTitle(desk, context);
  const fileName = path.split('/').at(-1) ?? '';
  const dates = readDates(desk, datedName(path) ?? fileName, context.timeZone);
  const summary = readSummary(desk);
  const { named, categories } = readTopics(desk, generator);
  const facts = { path, title, categories, ...(dates.date ? { date: dates.date } : {}) };
  const { aliases, slug } = readAliases(desk, facts, generator, site);
  const authors = readAuthors(desk, context.authors);
  const image = readImage(desk, context.bring);
  const licence = readLicence(desk);
  const canonical = readCanonical(desk);
  const lang = readLanguage(desk, context);
  const draft = readDraft(desk, path);
  const text = (name: string) => {
    const found = desk.take(name);
    return typeof found?.value === 'string' ? cleanText(found.value) : undefined;
  };
  const [dateline, translator] = [text('dateline'), text('translator')];
  for (const found of desk.leftOver())
    desk.note(found, 'left out', `${found.key}: ${showValue(found.value)}`);
  return Object.fromEntries(
    Object.entries({
      ...{ title, ...dates, dateline, summary, ...named },
      ...(authors.length > 0 ? { authors } : {}),
      ...{ image, licence, translator, canonical, lang, slug },
      ...(aliases.length > 0 ? { aliases } : {}),
      ...(draft ? { draft: true as const } : {}),
    }).filter(([, value]) => value !== undefined),
  ) as DraftFields;
}

/** A folder's date counts for the post that is its `index.md`. */
function datedName(path: string): string | undefined {
  const base = baseOf(path);
  return /^\d{4}-\d{1,2}-\d{1,2}/u.test(base) ? base : undefined;
}

function readTitle(desk: FieldDesk, context: FieldContext): string {
  const found = desk.take('title', 'headline');
  const written = typeof found?.value === 'string' ? cleanText(found.value) : '';
  if (context.title !== undefined) {
    if (written !== '' && written !== context.title)
      desk.note(found, 'left out', `title: "${written}"; another is given`);
    return context.title;
  }
  if (written !== '') return written;
  if (context.heading !== undefined) {
    desk.note(undefined, 'title', `"${context.heading}", the heading of the text`, 'likely');
    return context.heading;
  }
  const words = withoutDate(baseOf(context.path)).replace(/[-_]+/gu, ' ').trim();
  const title = words === '' ? 'Untitled' : words.replace(/^./u, (sign) => sign.toUpperCase());
  desk.note(undefined, 'title', `"${title}", from the name of the file`, 'doubtful');
  return title;
}

const summaries = [
  ...['summary', 'deck', 'dek', 'standfirst', 'subtitle', 'subheading', 'excerpt', 'lead'],
  ...['description', 'metadescription', 'teasertext'],
];

function readSummary(desk: FieldDesk): string | undefined {
  const given = desk.takeAll(...summaries);
  const [first] = given.filter((item) => typeof item.value === 'string');
  if (!first) return undefined;
  const plain = toPlainLine(String(first.value));
  if (first.key !== 'summary') desk.note(first, 'summary', `from ${first.key}`);
  if (plain !== cleanText(String(first.value)))
    desk.note(first, 'summary', `${showValue(first.value)} stands without its marks`, 'likely');
  for (const other of given) {
    if (other === first || toPlainLine(String(other.value)) === plain) continue;
    desk.note(
      other,
      'left out',
      `${other.key}: ${showValue(other.value)}, beside ${first.key}`,
    );
  }
  return plain || undefined;
}

function readLicence(desk: FieldDesk): DraftName | undefined {
  const found = desk.take('licence', 'license');
  const licence = found && toAuthor(found.value);
  if (found && licence === undefined)
    desk.note(found, 'left out', `${found.key}: ${showValue(found.value)}`);
  return licence;
}

function readCanonical(desk: FieldDesk): string | undefined {
  const found = desk.take('canonical', 'canonicalurl', 'canonicallink');
  const text = typeof found?.value === 'string' ? found.value.trim() : '';
  const address = /^(?:self|original)$/u.test(text) ? text : webAddress(text);
  if (found && address === undefined)
    desk.note(found, 'left out', `${found.key}: ${showValue(found.value)} is no address`);
  return address;
}

function readLanguage(desk: FieldDesk, context: FieldContext): string | undefined {
  const found = desk.take('lang', 'language', 'locale');
  if (context.lang !== undefined) return context.lang;
  const written = typeof found?.value === 'string' ? found.value.trim() : undefined;
  const tag = canonicalLanguage(written?.replaceAll('_', '-') ?? '');
  if (found && tag === undefined)
    desk.note(found, 'left out', `${found.key}: ${showValue(found.value)} is no language tag`);
  if (found && tag !== undefined && (found.key !== 'lang' || tag !== written))
    desk.note(found, 'lang', `${tag}, from ${found.key}: ${showValue(found.value)}`);
  return tag;
}

function readDraft(desk: FieldDesk, path: string): boolean {
  const isSaid = (found: Found | undefined, word: RegExp) =>
    typeof found?.value === 'string' && word.test(found.value.trim());
  const [draft, published, status] = [
    desk.take('draft'),
    desk.take('published', 'publish'),
    desk.take('status'),
  ];
  const reasons: (readonly [Found | undefined, boolean])[] = [
    [draft, isSaid(draft, /^(?:true|yes|on|1)$/iu)],
    [published, isSaid(published, /^(?:false|no|off|0)$/iu)],
    [status, isSaid(status, /^(?:draft|unpublished|private)$/iu)],
  ];
  const said = reasons.find(([, holds]) => holds);
  if (said?.[0] && said[0].key !== 'draft')
    desk.note(said[0], 'draft', `true, from ${said[0].key}: ${showValue(said[0].value)}`);
  const inDrafts = /(?:^|\/)_drafts\//u.test(path);
  if (!said && inDrafts) desk.note(undefined, 'draft', 'true, as it lies in _drafts', 'likely');
  return said !== undefined || inDrafts;
}
