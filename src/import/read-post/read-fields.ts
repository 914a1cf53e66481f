import { parseGenre } from '../../content/article/genre.ts';
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
import { type AddPicture, readImage } from './read-image.ts';
import { readAuthors, readTopics, toAuthor } from './read-names.ts';
import { readPublicationState } from './read-publication-state.ts';
import { readStory } from './read-story.ts';
import { toPlainFields, toPlainLine } from './to-plain-line.ts';

interface FieldContext {
  /** Relative to the site's root, with `/`. */
  readonly path: string;
  readonly timeZone: string;
  /** Milliseconds since 1970, to detect scheduled and expired posts. */
  readonly now: number;
  readonly generator: Generator;
  readonly site: SiteSettings;
  readonly authors: ReadonlyMap<string, DraftName>;
  readonly addPicture: AddPicture;
  /** The text's first heading, if it begins with one. */
  readonly heading?: string | undefined;
  readonly title?: string | undefined;
  readonly lang?: string | undefined;
  /** The language in its path. */
  readonly pathLanguage?: PathLanguage | undefined;
}

/** Converts front matter of any generator to ours. Notes dropped fields. */
export function readFields(reader: FieldReader, context: FieldContext): DraftFields {
  const { path, generator, site, pathLanguage } = context;
  const title = readTitle(reader, context);
  const fileName = path.split('/').at(-1) ?? '';
  const lang = languageOf(reader, context);
  const written = readDate(reader, path, datedName(path) ?? fileName, lang);
  const state = readPublicationState(reader, path, written, context);
  const date = state.date ?? written;
  const updated = readUpdated(reader, date, context.timeZone, lang);
  const summary = readSummary(reader);
  const above = generator === 'jekyll' ? foldersAbovePosts(path, site.values) : [];
  const own = above.filter((folder) => toLanguage(folder) !== pathLanguage?.lang);
  const { named, categories } = readTopics(reader, generator, pathLanguage ? own : above);
  const facts = {
    ...{ path, title, languages: site.languages },
    ...(pathLanguage && site.languages.folders.size > 0
      ? { path: pathLanguage.group, lang: pathLanguage.lang }
      : {}),
    categories: [...new Set([...above, ...categories])],
    ...(date ? { date: dayInZone(date, site.timeZone), published: date } : {}),
  };
  const story = readStory(reader);
  const { aliases, slug } = readAliases(reader, facts, generator, site);
  const authors = readAuthors(reader, context.authors);
  const image = readImage(reader, context.addPicture);
  const licence = readLicence(reader);
  const canonical = readCanonical(reader);
  const source = readSourceField(reader);
  const ownLanguage = readLanguage(reader, context);
  const text = (name: string) => {
    const found = reader.take(name);
    return typeof found?.value === 'string' ? cleanText(found.value) : undefined;
  };
  const [dateline, translator] = [text('dateline'), text('translator')];
  const kicker = text('kicker') ?? text('eyebrow') ?? text('overline');
  const kind = readKind(reader);
  // Inherited fields are about the site's pages, not about one post.
  for (const found of reader.leftOver().filter(({ from }) => from === undefined))
    reader.note(found, 'dropped', `${found.key}: ${showValue(found.value)}`);
  const fields: DraftFields = {
    ...{ title, kicker, date, updated, kind, dateline, summary, story: story.name, ...named },
    topics: story.others.length > 0 ? [...(named.topics ?? []), ...story.others] : named.topics,
    authors: authors.length > 0 ? authors : undefined,
    ...{ image, source, licence, translator, canonical, lang: ownLanguage, slug },
    aliases: aliases.length > 0 ? aliases : undefined,
    draft: state.draft || undefined,
  };
  return toPlainFields(fields, (field, written) =>
    reader.note(undefined, field, `${showValue(written)} becomes plain text`, 'likely'),
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

function readTitle(reader: FieldReader, context: FieldContext): string {
  const found = reader.take('title', 'headline');
  const written = typeof found?.value === 'string' ? cleanText(found.value) : '';
  if (context.title !== undefined) {
    if (written !== '' && written !== context.title)
      reader.note(found, 'dropped', `title: "${written}"; replaced by --title`);
    return context.title;
  }
  if (written !== '') return written;
  if (context.heading !== undefined) {
    reader.note(undefined, 'title', `"${context.heading}", from the first heading`, 'likely');
    return context.heading;
  }
  const words = withoutDate(baseOf(context.path)).replace(/[-_]+/gu, ' ').trim();
  const title = words === '' ? 'Untitled' : words.replace(/^./u, (sign) => sign.toUpperCase());
  reader.note(undefined, 'title', `"${title}", from the file name`, 'doubtful');
  return title;
}

const kindFields = ['kind', 'type', 'articletype', 'storytype', 'genre'];

/** What kind of work it is. Most programs name a template here, which is dropped as before. */
function readKind(reader: FieldReader): string | undefined {
  for (const name of kindFields) {
    const found = reader.peek(name);
    const kind = typeof found?.value === 'string' ? parseGenre(found.value) : undefined;
    if (kind === undefined) continue;
    reader.take(name);
    if (found && found.key !== 'kind') reader.note(found, 'kind', `${kind}, from ${found.key}`);
    return kind;
  }
  return undefined;
}

const summaries = [
  ...['summary', 'deck', 'dek', 'standfirst', 'subtitle', 'subheading', 'excerpt', 'lead'],
  ...['description', 'metadescription', 'teasertext'],
];

function readSummary(reader: FieldReader): string | undefined {
  const given = reader.takeAll(...summaries);
  const [first] = given.filter((item) => typeof item.value === 'string');
  if (!first) return undefined;
  const plain = toPlainLine(String(first.value));
  if (first.key !== 'summary') reader.note(first, 'summary', `from ${first.key}`);
  if (plain !== cleanText(String(first.value)))
    reader.note(first, 'summary', `${showValue(first.value)} becomes plain text`, 'likely');
  for (const other of given) {
    if (other === first || toPlainLine(String(other.value)) === plain) continue;
    reader.note(
      other,
      'dropped',
      `${other.key}: ${showValue(other.value)}; ${first.key} is used instead`,
    );
  }
  return plain || undefined;
}

function readLicence(reader: FieldReader): DraftName | undefined {
  const found = reader.take('licence', 'license');
  const licence = found && toAuthor(found.value);
  if (found && licence === undefined)
    reader.note(found, 'dropped', `${found.key}: ${showValue(found.value)}`);
  return licence;
}

/** The original publication of a post that was republished. */
function readSourceField(reader: FieldReader): DraftFields['source'] {
  const addresses = reader.takeAll('sourceurl', 'sourcelink', 'originalurl', 'originallink');
  const others = reader.takeAll('source', 'originalsource', 'sourcename', 'sourcetitle');
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
    if (!isNew) reader.note(found, 'dropped', `${found.key}: ${showValue(found.value)}`);
    else if (found.key !== 'source')
      reader.note(found, 'source', `from ${found.key}: ${showValue(found.value)}`);
  }
  if (url === undefined && name === undefined) return undefined;
  return { name, url };
}

function readCanonical(reader: FieldReader): string | undefined {
  const found = reader.take('canonical', 'canonicalurl', 'canonicallink');
  const text = typeof found?.value === 'string' ? found.value.trim() : '';
  const address = /^(?:self|original)$/u.test(text) ? text : webAddress(text);
  if (found && address === undefined)
    reader.note(
      found,
      'dropped',
      `${found.key}: ${showValue(found.value)} is not a web address`,
    );
  return address;
}

/** The language of a post, for reading its dates. */
function languageOf(reader: FieldReader, context: FieldContext): string | undefined {
  const [written] = ['lang', 'language', 'locale']
    .map((key) => reader.peek(key)?.value)
    .filter((value) => typeof value === 'string');
  return context.lang ?? written?.replaceAll('_', '-') ?? context.pathLanguage?.lang;
}

function readLanguage(reader: FieldReader, context: FieldContext): string | undefined {
  const found = reader.take('lang', 'language', 'locale');
  if (context.lang !== undefined) return context.lang;
  const written = typeof found?.value === 'string' ? found.value.trim() : undefined;
  const tag = canonicalLanguage(written?.replaceAll('_', '-') ?? '');
  if (found && tag === undefined)
    reader.note(
      found,
      'dropped',
      `${found.key}: ${showValue(found.value)} is not a language tag`,
    );
  if (found && tag !== undefined && (found.key !== 'lang' || tag !== written))
    reader.note(found, 'lang', `${tag}, from ${found.key}: ${showValue(found.value)}`);
  const pathLang = context.pathLanguage?.lang;
  if (tag === undefined && pathLang !== undefined)
    reader.note(undefined, 'lang', `${pathLang}, from its path`, 'likely');
  return tag ?? pathLang;
}
