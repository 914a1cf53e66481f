import { decodeEntities } from '../html/html-tree.ts';
import { comparableText } from '../plain-text.ts';
import type { Fact, FactKind } from './fact.ts';

type Thing = { readonly [name: string]: unknown };

/** Deeper than any real page nests its data. */
const DEPTH = 12;

/** One script of structured data, and the line where it begins. */
export interface JsonLd {
  readonly value: unknown;
  readonly line: number | undefined;
}

/** A thing of structured data; what is in a list is announced there. */
interface FoundThing {
  readonly thing: Thing;
  readonly line: number | undefined;
  readonly isListed: boolean;
}

/**
 * What the structured data of a page says of its article (schema.org, JSON-LD), wherever it says
 * so: of the article that has one of the `titles`, else of the first that is not in a list.
 */
export function readJsonLd(data: readonly JsonLd[], titles: readonly string[]): Fact[] {
  const found = data.flatMap(({ value, line }) =>
    [...thingsIn(value, 0, false)].map((one) => ({ ...one, line })),
  );
  const things = found.map(({ thing }) => thing);
  const byId = new Map(things.map((thing) => [thing['@id'], thing]));
  const chosen =
    chooseArticle(
      found.filter(({ thing }) => isArticle(thing)),
      titles,
    ) ?? found.find(({ thing }) => isDated(thing));
  if (chosen === undefined) return [];
  const { thing: article, line } = chosen;
  const facts: Fact[] = [];
  const add = (
    kind: FactKind,
    name: string,
    more: Omit<Partial<Fact>, 'value'> & { value: unknown },
  ) => {
    const value = wordsOf(more.value);
    if (value === '') return;
    facts.push({ ...more, kind, value, from: `JSON-LD ${name}`, ...(line && { line }) });
  };
  const resolve = (value: unknown): unknown =>
    isThing(value) && '@id' in value && Object.keys(value).length === 1
      ? (byId.get(value['@id']) ?? value)
      : value;

  if (isArticle(article))
    add('title', 'headline', { value: article['headline'] ?? article['name'] });
  // Some put the dates into the page that the article is on.
  const dated = [article, ...things.filter(isPage)];
  const first = (name: string) =>
    dated.map((thing) => typedValue(thing[name])).find((value) => wordsOf(value) !== '');
  for (const name of ['datePublished', 'dateCreated', 'uploadDate'])
    if (!facts.some(({ kind }) => kind === 'date')) add('date', name, { value: first(name) });
  add('updated', 'dateModified', { value: first('dateModified') });
  for (const value of listOf(article['author']).map(resolve)) {
    const url = isThing(value) ? wordsOf(value['url'] ?? value['sameAs']) : '';
    add('author', 'author', { value: nameOf(value), ...(url && { url }) });
  }
  for (const value of listOf(article['articleSection']).slice(0, 1))
    add('section', 'articleSection', { value });
  for (const value of listOf(article['keywords']))
    for (const topic of isThing(value) ? [nameOf(value)] : String(value).split(','))
      add('topic', 'keywords', { value: topic });
  add('summary', 'description', { value: article['description'] });
  add('lang', 'inLanguage', { value: nameOf(article['inLanguage']) });
  add('site', 'publisher', { value: nameOf(resolve(article['publisher'])) });
  const picture = resolve(listOf(article['image'])[0]);
  const held = isThing(picture) ? picture : {};
  const caption = wordsOf(held['caption']);
  const credit = wordsOf(
    held['creditText'] ?? nameOf(held['creator']) ?? nameOf(held['copyrightHolder']),
  );
  add('picture', 'image', {
    value: isThing(picture) ? (held['contentUrl'] ?? held['url']) : picture,
    ...(caption && { caption }),
    ...(credit && { credit }),
  });
  const licence = nameOf(article['license']);
  add('licence', 'license', { value: licence, url: String(licence) });
  return facts;
}

function chooseArticle(
  articles: readonly FoundThing[],
  titles: readonly string[],
): FoundThing | undefined {
  const shown = titles.map(comparableText);
  const isNamed = ({ thing }: FoundThing) => titleOf(thing) !== '';
  const isShown = ({ thing }: FoundThing) => {
    const title = comparableText(titleOf(thing));
    return title !== '' && shown.some((one) => one.includes(title));
  };
  const own = articles.filter(({ isListed }) => !isListed);
  return (
    own.find(isShown) ??
    articles.find(isShown) ??
    own.find(isNamed) ??
    own[0] ??
    (articles.length === 1 ? articles[0] : undefined)
  );
}

function titleOf(thing: Thing): string {
  return wordsOf(thing['headline'] ?? thing['name']);
}

/**
 * The value of a script. Undefined where it is no JSON, also after the usual faults (line breaks in
 * strings, commas too many, comments around it) are mended.
 */
export function parseJsonLd(text: string): unknown {
  const bare = text
    .trim()
    .replace(
      /^(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\/\/\]\]>)$/gu,
      '',
    );
  // Line breaks can stand between values too, where a space means the same.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const mended = bare.replace(/[\u0000-\u001f]+/gu, ' ').replace(/,\s*([\]}])/gu, '$1');
  for (const attempt of [bare, mended, mended.replace(/;\s*$/u, '')])
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt, or none.
    }
  return undefined;
}

function* thingsIn(
  value: unknown,
  depth: number,
  isListed: boolean,
): Generator<Omit<FoundThing, 'line'>> {
  if (depth > DEPTH) return;
  if (Array.isArray(value))
    for (const item of value) yield* thingsIn(item, depth + 1, isListed);
  if (!isThing(value)) return;
  yield { thing: value, isListed };
  for (const name of ['@graph', 'mainEntity', 'mainEntityOfPage'])
    yield* thingsIn(value[name], depth + 1, isListed);
  for (const name of ['hasPart', 'itemListElement', 'item'])
    yield* thingsIn(value[name], depth + 1, true);
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isArticle(thing: Thing): boolean {
  return listOf(thing['@type']).some((type) =>
    /(?:Article|Posting|Report|Recipe|HowTo|Review|PodcastEpisode)$/u.test(String(type)),
  );
}

function isPage(thing: Thing): boolean {
  return listOf(thing['@type']).some((type) =>
    /(?:WebPage|ItemPage|CreativeWork)$/u.test(String(type)),
  );
}

/** A page, or a film or sound that is the page's reason, which tells its date. */
function isDated(thing: Thing): boolean {
  const isOther = listOf(thing['@type']).some((type) =>
    /(?:VideoObject|AudioObject|Gallery|Episode|QAPage|FAQPage)$/u.test(String(type)),
  );
  const date = thing['datePublished'] ?? thing['uploadDate'];
  return (isPage(thing) || isOther) && date !== undefined;
}

/** A value, also where it is told with its type: `{"@value": "2026-01-06"}`. */
function typedValue(value: unknown): unknown {
  const [first] = listOf(value);
  return isThing(first) ? first['@value'] : first;
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A thing's name, or the text that stands instead of a thing. */
function nameOf(value: unknown): unknown {
  const [first] = listOf(value);
  return isThing(first) ? (first['name'] ?? first['alternateName'] ?? first['url']) : first;
}

function wordsOf(value: unknown): string {
  const [first] = listOf(value);
  const text = typeof first === 'string' || typeof first === 'number' ? String(first) : '';
  return decodeEntities(text).replace(/\s+/gu, ' ').trim();
}
