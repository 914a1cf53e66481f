import { cleanText } from '../../content/fields/clean-text.ts';
import type { FieldValue } from '../../content/fields/fields.ts';
import { canonicalLanguage } from '../../language/canonical-language.ts';
import type { DraftFields, DraftName } from '../draft.ts';
import { webAddress } from '../web-address.ts';
import { type FieldReader, isMapping, showValue } from './field-reader.ts';
import { baseOf, withoutDate } from './old-addresses.ts';
import {
  type Generator,
  type PathLanguage,
  type SiteSettings,
  toLanguage,
} from './post-folder.ts';
import { readAliases } from './read-aliases.ts';
import { readDate, readUpdated } from './read-dates.ts';
import { type BringPicture, readImage } from './read-image.ts';
import { readAuthors, readTopics, toAuthor } from './read-names.ts';
import { readPublicationState } from './read-publication-state.ts';
import { plainFields, toPlainLine } from './to-plain-line.ts';

interface FieldContext {
  /** Relative to the site's root, with `/`. */
  readonly path: string;
  readonly timeZone: string;
  /** Milliseconds since 1970, to detect scheduled and expired posts. */
  readonly now: number;
  readonly generator: Generator;
  readonly site: SiteSettings;
  readonly authors: ReadonlyMap<string, DraftName>;
  readonly bring: BringPicture;
  /** The text's first heading, if it begins with one. */
  readonly heading?: string | undefined;
  readonly title?: string | undefined;
  readonly lang?: string | undefined;
  /** The language in its path. */
  readonly pathLanguage?: PathLanguage | undefined;
}

/** Converts front matter of any generator to ours. Notes dropped fields. */
export function readFields(desk: FieldReader, context: FieldContext): DraftFields {
  const { path, generator, site, pathLanguage } = context;
  const title = readTitle(desk, context);
  const fileName = path.split('/').at(-1) ?? '';
  const lang = languageOf(desk, context);
  const written = readDate(desk, path, datedName(path) ?? fileName, lang);
  const hold = readPublicationState(desk, path, written, context);
  const date = hold.date ?? written;
  const updated = readUpdated(desk, date, context.timeZone, lang);
  const summary = readSummary(desk);
  const above = generator === 'jekyll' ? foldersAbovePosts(path, site.values) : [];
  const own = above.filter((folder) => toLanguage(folder) !== pathLanguage?.lang);
  const { named, categories } = readTopics(desk, generator, pathLanguage ? own : above);
  const facts = {
    ...{ path, title, languages: site.languages },
    ...(pathLanguage && site.languages.folders.size > 0
      ? { path: pathLanguage.group, lang: pathLanguage.lang }
      : {}),
    categories: [...new Set([...above, ...categories])],
    ...(date ? { date: dayInZone(date, site.timeZone), published: date } : {}),
  };
  const { aliases, slug } = readAliases(desk, facts, generator, site);
  const authors = readAuthors(desk, context.authors);
  const image = readImage(desk, context.bring);
  const licence = readLicence(desk);
  const canonical = readCanonical(desk);
  const source = readSourceField(desk);
  const ownLanguage = readLanguage(desk, context);
  const text = (name: string) => {
    const found = desk.take(name);
    return typeof found?.value === 'string' ? cleanText(found.value) : undefined;
  };
  const [dateline, translator] = [text('dateline'), text('translator')];
  // Inherited fields are about the site's pages, not about one post.
  for (const found of desk.leftOver().filter(({ from }) => from === undefined))
    desk.note(found, 'left out', `${found.key}: ${showValue(found.value)}`);
  const fields = Object.fromEntries(
    Object.entries({
      ...{ title, date, updated, dateline, summary, ...named },
      ...(authors.length > 0 ? { authors } : {}),
      ...{ image, source, licence, translator, canonical, lang: ownLanguage, slug },
      ...(aliases.length > 0 ? { aliases } : {}),
      ...(hold.draft ? { draft: true as const } : {}),
    }).filter(([, value]) => value !== undefined),
  ) as DraftFields;
  return plainFields(fields, (field, written) =>
    desk.note(undefined, field, `${showValue(written)} stands without its marks`, 'likely'),
  );
}

/** Jekyll treats folders above `_posts` as categories, relative to its source folder. */
function foldersAbovePosts(path: string, settings: FieldValue | undefined): string[] {
  const said = isMapping(settings) ? settings : {};
  // `source_dir` is Hexo's setting; its default is `source`.
  const tops = [said['source'], said['source_dir'], said['collections_dir'], 'source'];
  const top = tops.find(
    (one) => typeof one === 'string' && path.startsWith(`${one.replace(/^\.?\/|\/$/gu, '')}/`),
  );
  const inner = String(top ?? '').replace(/^\.?\/|\/$/gu, '');
  const folders = (inner === '' ? path : path.slice(inner.length + 1)).split('/');
  const at = folders.findIndex((folder) => /^_(?:posts|drafts)$/u.test(folder));
  return at > 0 ? folders.slice(0, at) : [];
}

/** The day of a date with an offset, in the site's zone. */
function dayInZone(date: string, timeZone: string | undefined): string {
  const isInstant = timeZone !== undefined && /T.*(?:Z|[+-]\d\d:\d\d)$/u.test(date);
  if (!isInstant) return date;
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(
    Date.parse(date),
  );
}

/** A date in a folder's name applies to its `index.md`. */
function datedName(path: string): string | undefined {
  const base = baseOf(path);
  return /^\d{4}-\d{1,2}-\d{1,2}/u.test(base) ? base : undefined;
}

function readTitle(desk: FieldReader, context: FieldContext): string {
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

function readSummary(desk: FieldReader): string | undefined {
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

function readLicence(desk: FieldReader): DraftName | undefined {
  const found = desk.take('licence', 'license');
  const licence = found && toAuthor(found.value);
  if (found && licence === undefined)
    desk.note(found, 'left out', `${found.key}: ${showValue(found.value)}`);
  return licence;
}

/** The original publication of a post that was republished. */
function readSourceField(desk: FieldReader): DraftFields['source'] {
  const addresses = desk.takeAll('sourceurl', 'sourcelink', 'originalurl', 'originallink');
  const others = desk.takeAll('source', 'originalsource', 'sourcename', 'sourcetitle');
  let url: string | undefined;
  let name: string | undefined;
  for (const found of [...addresses, ...others]) {
    const part = (keys: readonly string[]) =>
      isMapping(found.value)
        ? keys.map((key) => (found.value as { [key: string]: FieldValue })[key]).find(Boolean)
        : found.value;
    const address = webAddress(String(part(['url', 'link', 'href']) ?? ''));
    const written = part(['name', 'title', 'site']);
    const words = typeof written === 'string' ? cleanText(written) : '';
    const isName = words !== '' && webAddress(words) === undefined && others.includes(found);
    const isNew =
      (url === undefined && address !== undefined) || (name === undefined && isName);
    url ??= address;
    if (isName) name ??= words;
    if (!isNew) desk.note(found, 'left out', `${found.key}: ${showValue(found.value)}`);
    else if (found.key !== 'source')
      desk.note(found, 'source', `from ${found.key}: ${showValue(found.value)}`);
  }
  if (url === undefined && name === undefined) return undefined;
  return { ...(name === undefined ? {} : { name }), ...(url === undefined ? {} : { url }) };
}

function readCanonical(desk: FieldReader): string | undefined {
  const found = desk.take('canonical', 'canonicalurl', 'canonicallink');
  const text = typeof found?.value === 'string' ? found.value.trim() : '';
  const address = /^(?:self|original)$/u.test(text) ? text : webAddress(text);
  if (found && address === undefined)
    desk.note(found, 'left out', `${found.key}: ${showValue(found.value)} is no address`);
  return address;
}

/** The language of a post, for reading its dates. */
function languageOf(desk: FieldReader, context: FieldContext): string | undefined {
  const [written] = ['lang', 'language', 'locale']
    .map((key) => desk.peek(key)?.value)
    .filter((value) => typeof value === 'string');
  return context.lang ?? written?.replaceAll('_', '-') ?? context.pathLanguage?.lang;
}

function readLanguage(desk: FieldReader, context: FieldContext): string | undefined {
  const found = desk.take('lang', 'language', 'locale');
  if (context.lang !== undefined) return context.lang;
  const written = typeof found?.value === 'string' ? found.value.trim() : undefined;
  const tag = canonicalLanguage(written?.replaceAll('_', '-') ?? '');
  if (found && tag === undefined)
    desk.note(found, 'left out', `${found.key}: ${showValue(found.value)} is no language tag`);
  if (found && tag !== undefined && (found.key !== 'lang' || tag !== written))
    desk.note(found, 'lang', `${tag}, from ${found.key}: ${showValue(found.value)}`);
  const told = context.pathLanguage?.lang;
  if (tag === undefined && told !== undefined)
    desk.note(undefined, 'lang', `${told}, from its path`, 'likely');
  return tag ?? told;
}
