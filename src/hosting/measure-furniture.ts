import type { PageKind } from './page-budget.ts';

/** What a page's furniture is made of, in bytes. */
export interface Furniture {
  readonly kind: PageKind;
  readonly total: number;
  /** Of it, what no article, list or setting adds to: style, scripts, mark-up. */
  readonly fixed: number;
  /** The largest first. */
  readonly parts: readonly (readonly [name: string, bytes: number])[];
}

/** Parts of a page that hold what it is about, from one text up to another. */
const cutOut = {
  article: [
    ['<ol>', '</ol>'],
    ['<div class="article-body">', '<footer class="article-footer">'],
    // As many as the text has pictures; nobody waits for what stands below the text.
    ['<section class="picture-credits"', '</section>'],
  ],
  other: [['<main', '</main>']],
} as const;

const parts = [
  ['style sheets', /<style[^>]*>.*?<\/style>/gsu],
  ['structured data', /<script type="application\/ld\+json">.*?<\/script>/gsu],
  ['scripts', /<script(?! type="application\/ld\+json")[^>]*>.*?<\/script>/gsu],
  ['masthead and menu', /<header class="masthead">.*?<\/header>/gsu],
  ['header of the article', /<header class="article-header">.*?<\/header>/gsu],
  ['footer of the article', /<footer class="article-footer">.*?<\/article>/gsu],
  ['footer of the site', /<footer class="site-footer">.*?<\/footer>/gsu],
] as const;

/** Parts that grow with what people write: names of articles, topics, sections, pages, languages. */
const written = [
  'structured data',
  'masthead and menu',
  'header of the article',
  'footer of the article',
  'footer of the site',
];

/** What a page says of itself in its head, in the words of its article or list. */
const headWords = /<title>.*?<\/title>|<(?:meta|link)\b[^>]*>/gsu;

/** What a page of the site, given as HTML, is about: an article's text, or something else. */
export function kindOfPage(html: string | Buffer): PageKind {
  return html.includes('<div class="article-body">') ? 'article' : 'other';
}

/** Measures a page of the site, given as HTML, without the words that it is about. */
export function measureFurniture(html: string): Furniture {
  const kind = kindOfPage(html);
  let rest = html;
  for (const [from, to] of cutOut[kind]) rest = cut(rest, from, to);
  rest = leaveOutEscapes(rest);
  const sizes = parts
    .map(([name, pattern]) => [name, sizeOf((rest.match(pattern) ?? []).join(''))] as const)
    .sort(([, a], [, b]) => b - a);
  const total = sizeOf(rest);
  const words = sizes.filter(([name]) => written.includes(name));
  const fixed = words.reduce((left, [, bytes]) => left - bytes, total - headSize(rest));
  return { kind, total, fixed, parts: sizes };
}

function headSize(html: string): number {
  const head = /<head>.*?<\/head>/su.exec(html)?.[0] ?? '';
  return sizeOf((head.match(headWords) ?? []).join(''));
}

/**
 * Escapes do not count: the address of a long name in Korean is on its page a dozen times, nobody can
 * write it in fewer bytes, and the copies are compressed to almost nothing.
 */
function leaveOutEscapes(html: string): string {
  return html.replace(/(?:%[0-9a-f]{2})+/giu, '');
}

function cut(text: string, from: string, to: string): string {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start);
  return start < 0 || end < 0 ? text : text.slice(0, start) + text.slice(end);
}

function sizeOf(text: string): number {
  return Buffer.byteLength(text);
}
