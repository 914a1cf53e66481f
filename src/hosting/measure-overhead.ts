/** A page with the text of an article, or any other. */
export type BudgetKind = 'article' | 'other';

/** The bytes of a page besides its text. */
export interface Overhead {
  readonly kind: BudgetKind;
  readonly total: number;
  /** Bytes that do not depend on articles, lists and settings: styles, scripts, markup. */
  readonly fixed: number;
  /** Largest first. */
  readonly parts: readonly (readonly [name: string, bytes: number])[];
}

/** The text of a page, from one string to another. */
const textRanges = {
  article: [
    ['<ol>', '</ol>'],
    ['<div class="article-body">', '<footer class="article-footer">'],
    // Below the text: nobody waits for it.
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
  ['featured picture', /<figure class="article-picture".*?<\/figure>/gsu],
  ['key points', /<section class="key-points".*?<\/section>/gsu],
  ['footer of the article', /<footer class="article-footer">.*?<\/article>/gsu],
  ['footer of the site', /<footer class="site-footer">.*?<\/footer>/gsu],
] as const;

/** Parts that grow with the names of articles, topics, sections, pages and languages. */
const variableParts = [
  'structured data',
  'masthead and menu',
  'header of the article',
  'featured picture',
  'key points',
  'footer of the article',
  'footer of the site',
];

/** Elements of the head with words of the article or list. */
const headWords = /<title>.*?<\/title>|<(?:meta|link)\b(?:[^>"]|"[^"]*")*>/gsu;

export function kindOfPage(html: string | Buffer): BudgetKind {
  return html.includes('<div class="article-body">') ? 'article' : 'other';
}

/** Measures the HTML of a page without its text. */
export function measureOverhead(html: string): Overhead {
  const kind = kindOfPage(html);
  let rest = html;
  for (const [from, to] of textRanges[kind]) rest = cut(rest, from, to);
  // The publication's own style: a larger one is not in the page (`theme/theme-sheet.ts`).
  rest = rest.replace(/<style[^>]*>@layer theme\{.*?<\/style>/su, '');
  // Percent-escapes do not count: a page contains its own address a dozen times, and escapes of a long
  // Korean name compress to almost nothing.
  rest = rest.replace(/(?:%[0-9a-f]{2})+/giu, '');
  const sizes = parts
    .map(([name, pattern]) => [name, sizeOf((rest.match(pattern) ?? []).join(''))] as const)
    .sort(([, a], [, b]) => b - a);
  const total = sizeOf(rest);
  const words = sizes.filter(([name]) => variableParts.includes(name));
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
