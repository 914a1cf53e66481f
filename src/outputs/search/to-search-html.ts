import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { escapeHtml } from '../../language/escape-html.ts';
import { searchForms } from '../../language/search-forms.ts';
import type { SearchRecord } from './search-record.ts';
import type { SplitCompound } from './split-compounds.ts';

/**
 * Makes the page that the indexer reads for an article. It has only what readers search for, without
 * navigation and footers. Ids are kept, so that results link to passages. `text` is the rendered and
 * sanitised text, `splitCompound` that of its language.
 */
export function toSearchHtml(
  record: SearchRecord,
  text: string,
  splitCompound?: SplitCompound,
): string {
  const { language, headline, standfirst, byline, section, otherTexts = [] } = record;
  // A caption may be in the text too.
  const added = otherTexts.filter((words) => !text.includes(escapeHtml(words)));
  const body = text + toHtml(added.map(besideText));
  const forms = formList(
    [headline, standfirst ?? '', byline ?? '', body],
    language,
    splitCompound,
  );
  const listed = wordsOfListings(body);
  const words = wordsOfHeadline(headline, language);
  const children: ElementContent[] = [
    ...[standfirst, byline].flatMap((text) => (text === undefined ? [] : element('p', text))),
    { type: 'raw', value: separateCells(withoutListings(body)) } as unknown as ElementContent,
    // Searched too, but not part of excerpts.
    noted('meta', 'title', headline),
    ...(words.length > 0 ? [noted('meta', 'words', words.join(' '))] : []),
    ...(record.date === undefined ? [] : [noted('meta', 'date', record.date)]),
    ...(section ? [noted('meta', 'section', section.name)] : []),
    ...(record.kind ? [noted('meta', 'kind', record.kind.label)] : []),
    noted('sort', 'date', record.day),
    // Searched like the text, but not part of excerpts.
    ...(forms.length > 0 ? [noted('meta', 'forms', forms.join(' '))] : []),
    ...(listed.length > 0 ? [noted('meta', 'listings', listed.join(' '))] : []),
    // A period is some years, months and days, each of which is one value.
    ...[4, 7, 10].map((length) => noted('filter', 'date', record.day.slice(0, length))),
    ...(section ? [noted('filter', 'section', section.slug)] : []),
    ...(record.kind ? [noted('filter', 'kind', record.kind.name)] : []),
    ...record.topics.map((topic) => noted('filter', 'topic', topic)),
    ...record.authors.map((author) => noted('filter', 'author', author)),
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
 * Lists the other forms by which the words of texts can be found, sorted and without duplicates. Texts
 * may be HTML: a tag separates words.
 */
function formList(
  texts: readonly string[],
  language: string,
  splitCompound: SplitCompound = () => [],
): string[] {
  const plain = texts.map((text) => text.replace(/<[^>]*>/gu, ' ')).join(' ');
  const words = new Set(plain.match(wordWithApostrophes) ?? []);
  const forms = new Set([...words].flatMap((word) => formsOf(word, language)));
  for (const word of words)
    for (const tail of splitCompound(word))
      for (const form of [tail, ...formsOf(tail, language)]) forms.add(form);
  for (const number of plain.match(spacedNumber) ?? []) forms.add(number.replace(/\D/gu, ''));
  return [...forms].filter((form) => !words.has(form)).sort();
}

const wordWithApostrophes = /[\p{L}\p{M}\p{N}ー]+(?:['’ʼ＇][\p{L}\p{M}\p{N}]+)*/gu;

/** `1 000 000`, with any space or apostrophe. The index removes other signs from numbers itself. */
const spacedNumber = /(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?![\d])/gu;

/** A cache of forms by language and word: articles share most of their words. */
const known = new Map<string, readonly string[]>();
const maxKnown = 100_000;

function formsOf(word: string, language: string): readonly string[] {
  const key = `${language} ${word}`;
  const before = known.get(key);
  if (before) return before;
  const forms = searchForms(word, language);
  if (known.size >= maxKnown) known.clear();
  known.set(key, forms);
  return forms;
}

const spaceless =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;

/** The words of a headline without spaces: the indexer divides only the text. */
function wordsOfHeadline(headline: string, language: string): string[] {
  if (!spaceless.test(headline)) return [];
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return [...segmenter.segment(headline)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

const listings = /<pre[\s>].*?<\/pre>/gsu;

/** Charts, whose tables have the same, and links to data files. */
const drawings =
  /<svg class="chart.*?<\/svg>(?=<details>)|<div class="data-file">.*?<\/div>/gsu;

/** Code would not be useful in excerpts. */
function withoutListings(body: string): string {
  return body.replace(listings, '').replace(drawings, '');
}

function wordsOfListings(body: string): string[] {
  const text = (body.match(listings) ?? []).join(' ').replace(/<[^>]*>|&[#\w]+;/gu, ' ');
  return [...new Set(text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])];
}

/** Separates table cells, which the indexer would otherwise join or end like sentences. */
function separateCells(body: string): string {
  return body.replace(
    /<\/(t[dh])>(\s*)(?=(<\/tr>)?)/gu,
    (_, tag, space, isLast) => `${isLast ? '. ' : ' · '}</${tag}>${space}`,
  );
}

/** With an id, results show it apart from the text, and link to its words on the page. */
function besideText(words: string): Element {
  return { ...element('p', words), properties: { id: pageContentId } };
}

/** The id of all that a page shows of an article. */
const pageContentId = 'ui-main';

function element(tagName: string, text: string): Element {
  return {
    type: 'element',
    tagName,
    properties: {},
    children: [{ type: 'text', value: text }],
  };
}

/** `data-pagefind-filter="topic[title]"` takes the value from the attribute `title`, in any form. */
function noted(kind: 'filter' | 'meta' | 'sort', name: string, value: string): Element {
  return {
    type: 'element',
    tagName: 'i',
    properties: { [`data-pagefind-${kind}`]: `${name}[title]`, title: value },
    children: [],
  };
}
