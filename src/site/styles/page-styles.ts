import article from './article.css?inline';
import ending from './ending.css?inline';
import extras from './extras.css?inline';
import figures from './figures.css?inline';
import list from './list.css?inline';
import longWords from './long-words.css?inline';
import notes from './notes.css?inline';
import rare from './rare.css?inline';
import search from './search.css?inline';
import writingSystems from './writing-systems.css?inline';

const base = import.meta.env.BASE_URL.replace(/\/?$/u, '/');

/**
 * A style sheet as pages have it: with the base path, which Vite puts only into addresses of files
 * that it finds itself, and without the spaces that its compiler leaves.
 */
const printed = (css: string) =>
  css
    .replaceAll(/(?<=url\("?)\/(?=assets\/)/gu, base)
    .replaceAll(/ \/ |, /gu, (found) => found.trim())
    .replaceAll(/(?<=[\w)]) \* (?=[\d.]|var\()/gu, '*');

/** The style sheets of pages, as they are printed: their hashes stand in the policy. */
export const pageStyles = {
  article: printed(article),
  list: printed(list),
  search: printed(search),
  writingSystems: printed(writingSystems),
  longWords: printed(longWords),
  figures: printed(figures),
  extras: printed(extras),
  ending: printed(ending),
  notes: printed(notes),
  rare: printed(rare),
} as const;

/** Elements and classes that each is about. The sections of an article are `details` too. */
const marks = {
  figures: /<(?:figure|img)\b|class="picture-credits"/u,
  extras: /class="(?:corrections|dateline|key-points|status|translations)"/u,
  ending: /class="(?:neighbours|related)"/u,
  notes: /<su[bp]\b|class="footnotes"/u,
  rare: /<(?:aside|code|d[dlt]|h[4-6r]|input|kbd|mark|pre|samp|table)\b|<details\b(?!.*<div class="article-body">)/su,
} as const;

/** Whether a page has a text in one of some languages: not the name of one in a link to it. */
const hasText = (languages: string) => {
  const own = new RegExp(`^(?:${languages})\\b`, 'iu');
  const within = new RegExp(` lang="(?:${languages})\\b[^"]*"(?![^>]* hreflang=)`, 'iu');
  return ({ language, html }: ShownPage) => own.test(language) || within.test(html);
};
const isNotLatin = hasText('ar|fa|ja|ko|ps|ur|zh');
const hasLongWords = hasText('da|de|fi|hu|nl|no|sv');

const hasRightToLeft = ({ direction, html }: ShownPage) =>
  direction === 'rtl' || / dir="rtl"(?![^>]* hreflang=)/u.test(html);

interface ShownPage {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** What it shows. */
  readonly html: string;
}

export type LayoutKind = 'article' | 'front' | 'list' | 'not-found' | 'offline' | 'search';

const ownStyles = {
  article: pageStyles.article,
  front: pageStyles.list,
  list: pageStyles.list,
  offline: pageStyles.list,
  'not-found': pageStyles.search,
  search: pageStyles.search,
} as const satisfies Record<LayoutKind, string>;

/** Scripts show texts on these pages, in any language. */
const filledLater: readonly LayoutKind[] = ['not-found', 'offline', 'search'];

/** The style sheets of a page, in order: that of its kind, and those of what is on it. */
export function stylesFor(kind: LayoutKind, page: ShownPage): string[] {
  const { figures, extras, ending, notes, rare } = marks;
  const isArticle = kind === 'article';
  const isFilled = filledLater.includes(kind);
  const { html } = page;
  const parts = [
    [pageStyles.writingSystems, isFilled || isNotLatin(page) || hasRightToLeft(page)],
    [pageStyles.longWords, isFilled || hasLongWords(page)],
    [ownStyles[kind], true],
    [pageStyles.figures, figures.test(html)],
    [pageStyles.extras, isArticle && extras.test(html)],
    [pageStyles.ending, isArticle && ending.test(html)],
    [pageStyles.notes, isArticle && notes.test(html)],
    [pageStyles.rare, isArticle && rare.test(html)],
  ] as const;
  return parts.flatMap(([css, isNeeded]) => (isNeeded ? [css] : []));
}
