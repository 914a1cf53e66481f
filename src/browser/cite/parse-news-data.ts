import { dayOf } from './calendar-day.ts';
import type { CitedName } from './citation.ts';

/** What structured data say of an article that a citation needs. */
export interface NewsData {
  readonly title?: string;
  readonly authors?: readonly CitedName[];
  readonly translators?: readonly CitedName[];
  readonly publication?: string;
  readonly published?: string;
}

type Thing = Readonly<Record<string, unknown>>;

/**
 * Reads the first article in a script of structured data (JSON-LD, schema.org), however it is
 * wrapped: alone, in a list, in `@graph`; things named by `@id` are looked up in the same script.
 * Nothing where there is none, or no JSON.
 */
export function parseNewsData(json: string): NewsData | undefined {
  const things = thingsIn(json);
  const article = things.find((thing) => toList(thing['@type']).some(isArticle));
  if (!article) return undefined;
  const find = (value: unknown): Thing | undefined => {
    if (!isThing(value)) return typeof value === 'string' ? { name: value } : undefined;
    if (value['name'] !== undefined || value['@id'] === undefined) return value;
    return things.find((thing) => thing['@id'] === value['@id'] && thing['name'] !== undefined);
  };
  const names = (value: unknown) => toList(value).flatMap((item) => toName(find(item)));
  const title = toText(article['headline']) ?? toText(article['name']);
  const publication = toText(find(toList(article['publisher'])[0])?.['name']);
  const published = dayOf(toText(article['datePublished']));
  return {
    ...(title === undefined ? {} : { title }),
    ...(article['author'] === undefined ? {} : { authors: names(article['author']) }),
    ...(article['translator'] === undefined
      ? {}
      : { translators: names(article['translator']) }),
    ...(publication === undefined ? {} : { publication }),
    ...(published === undefined ? {} : { published }),
  };
}

function thingsIn(json: string): Thing[] {
  try {
    return toList(JSON.parse(json)).flatMap((value) => {
      if (!isThing(value)) return [];
      return [value, ...toList(value['@graph']).filter(isThing)];
    });
  } catch {
    return [];
  }
}

function toName(thing: Thing | undefined): CitedName[] {
  const [name, family, given] = ['name', 'familyName', 'givenName'].map((key) =>
    toText(thing?.[key]),
  );
  if (family !== undefined && given !== undefined)
    return [{ name: name ?? `${given} ${family}`, family, given }];
  return name === undefined ? [] : [{ name }];
}

/** One line of text; nothing for an empty one, and for what is none. */
function toText(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.replace(/[\s\p{Cc}]+/gu, ' ').trim() : '';
  return text === '' ? undefined : text;
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isArticle(type: unknown): boolean {
  return typeof type === 'string' && /(?:Article|BlogPosting)$/.test(type);
}
