/** A page with an article's text, or any other. */
export type PageKind = 'article' | 'other';

/** The bytes of a page that are not the text it is about. */
export interface Overhead {
  readonly kind: PageKind;
  readonly total: number;
  /** Those that do not depend on articles, lists and settings: style, scripts, mark-up. */
  readonly fixed: number;
  /** The largest first. */
  readonly parts: readonly (readonly [name: string, bytes: number])[];
}

/** What a page is about, from one text up to another. */
const cutOut = {
  article: [
    ['<ol>', '</ol>'],
    ['<div class="article-body">', '<footer class="article-footer">'],
    // As many as the text has pictures, and below it: nobody waits for them.
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

/** Parts that grow with names of articles, topics, sections, pages and languages. */
const written = [
  'structured data',
  'masthead and menu',
  'header of the article',
  'footer of the article',
  'footer of the site',
];

/** In the head, in the words of the article or list. */
const headWords = /<title>.*?<\/title>|<(?:meta|link)\b[^>]*>/gsu;

export function kindOfPage(html: string | Buffer): PageKind {
  return html.includes('<div class="article-body">') ? 'article' : 'other';
}

/** Measures a page of the site, given as HTML, without the text that it is about. */
export function measureOverhead(html: string): Overhead {
  const kind = kindOfPage(html);
  let rest = html;
  for (const [from, to] of cutOut[kind]) rest = cut(rest, from, to);
  // Escapes do not count: a page has the address of a long name in Korean a dozen times, which cannot
  // be written in fewer bytes and compresses to almost nothing.
  rest = rest.replace(/(?:%[0-9a-f]{2})+/giu, '');
  const sizes = parts
    .map(([name, pattern]) => [name, sizeOf((rest.match(pattern) ?? []).join(''))] as const)
    .sort(([, a], [, b]) => b - a);
  const total = sizeOf(rest);
  const words = sizes.filter(([name]) => written.includes(name));
  const head = /<head>.*?<\/head>/su.exec(rest)?.[0] ?? '';
  const inHead = sizeOf((head.match(headWords) ?? []).join(''));
  const fixed = words.reduce((left, [, bytes]) => left - bytes, total - inHead);
  return { kind, total, fixed, parts: sizes };
}

function cut(text: string, from: string, to: string): string {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start);
  return start < 0 || end < 0 ? text : text.slice(0, start) + text.slice(end);
}

function sizeOf(text: string): number {
  return Buffer.byteLength(text);
}
