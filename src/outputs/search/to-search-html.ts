import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { searchForms } from '../../language/search-forms.ts';
import type { SearchRecord } from './search-record.ts';

/**
 * What the indexer reads of an article: a page of nothing but what readers search for, since
 * navigation and footers would cost time and be found everywhere. Ids stay, so that a result leads to its
 * passage. `body` is the rendered and sanitised text, `part` the name of the part of the index.
 */
export function toSearchHtml(record: SearchRecord, body: string, part: string): string {
  const { language, headline, standfirst, byline, section } = record;
  const forms = formList([headline, standfirst ?? '', byline ?? '', body], language);
  const listed = wordsOfListings(body);
  const children: ElementContent[] = [
    ...[standfirst, byline].flatMap((text) => (text === undefined ? [] : element('p', text))),
    { type: 'raw', value: partCells(withoutListings(body)) } as unknown as ElementContent,
    // Found by as well, and not part of what a result quotes below it.
    noted('meta', 'title', headline),
    noted('meta', 'date', record.date),
    ...(section ? [noted('meta', 'section', section.name)] : []),
    noted('sort', 'date', record.day),
    // Searched like the text, but in no excerpt.
    ...(forms.length > 0 ? [noted('meta', 'forms', forms.join(' '))] : []),
    ...(listed.length > 0 ? [noted('meta', 'listings', listed.join(' '))] : []),
    noted('filter', 'part', part),
    noted('filter', 'year', record.day.slice(0, 4)),
    ...(section ? [noted('filter', 'section', section.slug)] : []),
    ...record.topics.map((topic) => noted('filter', 'topic', topic)),
  ];
  const page: Element = {
    type: 'element',
    tagName: 'html',
    properties: { lang: language },
    children: [{ type: 'element', tagName: 'body', properties: {}, children }],
  };
  return toHtml(page, { allowDangerousHtml: true });
}

/**
 * The forms by which the words of texts are found besides themselves, each once and in order. Texts
 * may be HTML: what is between `<` and `>` is passed over, and parts a word as a space does.
 */
function formList(texts: readonly string[], language: string): string[] {
  const words = new Set(
    texts.flatMap(
      (text) => text.replace(/<[^>]*>/gu, ' ').match(/[\p{L}\p{M}\p{N}ー]+/gu) ?? [],
    ),
  );
  const forms = new Set([...words].flatMap((word) => formsOf(word, language)));
  return [...forms].filter((form) => !words.has(form)).sort();
}

/** Forms by language and word: articles share most of their words. */
const known = new Map<string, readonly string[]>();
const mostKnown = 100_000;

function formsOf(word: string, language: string): readonly string[] {
  const key = `${language} ${word}`;
  const before = known.get(key);
  if (before) return before;
  const forms = searchForms(word, language);
  if (known.size >= mostKnown) known.clear();
  known.set(key, forms);
  return forms;
}

const listings = /<pre[\s>].*?<\/pre>/gsu;

/** Code is no text to quote below a result. */
function withoutListings(body: string): string {
  return body.replace(listings, '');
}

function wordsOfListings(body: string): string[] {
  const text = (body.match(listings) ?? []).join(' ').replace(/<[^>]*>|&[#\w]+;/gu, ' ');
  return [...new Set(text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])];
}

/** The indexer ends each cell like a sentence, or runs it into the next. */
function partCells(body: string): string {
  return body.replace(
    /<\/(t[dh])>(\s*)(?=(<\/tr>)?)/gu,
    (_, tag, space, isLast) => `${isLast ? '. ' : ' · '}</${tag}>${space}`,
  );
}

function element(tagName: string, text: string): Element {
  return {
    type: 'element',
    tagName,
    properties: {},
    children: [{ type: 'text', value: text }],
  };
}

/** `data-pagefind-filter="topic[title]"`: the value is that of the attribute, whatever is in it. */
function noted(kind: 'filter' | 'meta' | 'sort', name: string, value: string): Element {
  return {
    type: 'element',
    tagName: 'i',
    properties: { [`data-pagefind-${kind}`]: `${name}[title]`, title: value },
    children: [],
  };
}
