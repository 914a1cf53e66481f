import { decodeEntities } from '../html/html-tree.ts';
import { comparableText } from '../plain-text.ts';
import type { Fact, FactKind } from './fact.ts';

type Thing = { readonly [name: string]: unknown };

/** Real pages nest their data less deeply. */
const DEPTH = 12;

/** One script of structured data, and its first line. */
export interface JsonLd {
  readonly value: unknown;
  readonly line: number | undefined;
}

/** An item of structured data. `isListed`: another page is announced in a list. */
interface FoundThing {
  readonly thing: Thing;
  readonly line: number | undefined;
  readonly isListed: boolean;
}

/**
 * Reads the structured data (schema.org, JSON-LD) about the page's article: the one with one of
 * `titles`, else the first that is not in a list.
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
    facts.push({ ...more, kind, value, from: `JSON-LD ${name}`, line });
  };
  const resolve = (value: unknown): unknown =>
    isThing(value) && '@id' in value && Object.keys(value).length === 1
      ? (byId.get(value['@id']) ?? value)
      : value;

  if (isArticle(article))
    add('title', 'headline', { value: article['headline'] ?? article['name'] });
  // Some pages put the dates into their WebPage item.
  const dated = [article, ...things.filter(isPage)];
  const first = (name: string) =>
    dated.map((thing) => typedValue(thing[name])).find((value) => wordsOf(value) !== '');
  for (const name of ['datePublished', 'dateCreated', 'uploadDate'])
    if (!facts.some(({ kind }) => kind === 'date')) add('date', name, { value: first(name) });
  add('updated', 'dateModified', { value: first('dateModified') });
  for (const value of listOf(article['author']).map(resolve)) {
    const url = isThing(value) ? wordsOf(value['url'] ?? value['sameAs']) : '';
    add('author', 'author', { value: nameOf(value), url });
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
    caption,
    credit,
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
 * Parses a script's JSON. Repairs common errors: line breaks in strings, extra commas,
 * surrounding comments. Undefined if it is still invalid.
 */
export function parseJsonLd(text: string): unknown {
  const bare = text
    .trim()
    .replace(
      /^(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\/\/\]\]>)$/gu,
      '',
    );
  // Line breaks can also be between values, where a space means the same.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const repaired = bare.replace(/[\u0000-\u001f]+/gu, ' ').replace(/,\s*([\]}])/gu, '$1');
  for (const attempt of [bare, repaired, repaired.replace(/;\s*$/u, '')])
    try {
      return JSON.parse(attempt);
    } catch {
      // Try the next form.
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

/** A page, or the video or audio that it is about, which has its date. */
function isDated(thing: Thing): boolean {
  const isOther = listOf(thing['@type']).some((type) =>
    /(?:VideoObject|AudioObject|Gallery|Episode|QAPage|FAQPage)$/u.test(String(type)),
  );
  const date = thing['datePublished'] ?? thing['uploadDate'];
  return (isPage(thing) || isOther) && date !== undefined;
}

/** A value, also if it is wrapped: `{"@value": "2026-01-06"}`. */
function typedValue(value: unknown): unknown {
  const [first] = listOf(value);
  return isThing(first) ? first['@value'] : first;
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** An item's name, or a text instead of an item. */
function nameOf(value: unknown): unknown {
  const [first] = listOf(value);
  return isThing(first) ? (first['name'] ?? first['alternateName'] ?? first['url']) : first;
}

function wordsOf(value: unknown): string {
  const [first] = listOf(value);
  const text = typeof first === 'string' || typeof first === 'number' ? String(first) : '';
  return decodeEntities(text).replace(/\s+/gu, ' ').trim();
}
