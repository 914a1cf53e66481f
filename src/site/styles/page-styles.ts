import archive from './archive.css?inline';
import article from './article.css?inline';
import articleFigures from './article-figures.css?inline';
import code from './code.css?inline';
import copy from './copy.css?inline';
import credits from './credits.css?inline';
import eastAsian from './east-asian.css?inline';
import ending from './ending.css?inline';
import external from './external.css?inline';
import extras from './extras.css?inline';
import figures from './figures.css?inline';
import foldedLinks from './folded-links.css?inline';
import front from './front.css?inline';
import frontMasthead from './front-masthead.css?inline';
import index from './index.css?inline';
import keyPoints from './key-points.css?inline';
import kinds from './kinds.css?inline';
import list from './list.css?inline';
import lists from './lists.css?inline';
import listsAndQuotations from './lists-and-quotations.css?inline';
import live from './live.css?inline';
import longWords from './long-words.css?inline';
import notes from './notes.css?inline';
import profile from './profile.css?inline';
import questions from './questions.css?inline';
import rare from './rare.css?inline';
import runningStory from './running-story.css?inline';
import search from './search.css?inline';
import sections from './sections.css?inline';
import shared from './shared.css?inline';
import teasers from './teasers.css?inline';
import translations from './translations.css?inline';
import writingSystems from './writing-systems.css?inline';
import yearDays from './year-days.css?inline';
import years from './years.css?inline';

export type LayoutKind = 'article' | 'front' | 'list' | 'not-found' | 'offline' | 'search';

interface ShownPage {
  readonly kind: LayoutKind;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The HTML of what it shows. */
  readonly html: string;
}

interface PageStyle {
  readonly css: string;
  readonly isNeeded: (page: ShownPage) => boolean;
}

/**
 * All inline style sheets in the order in which a page prints those that it needs: what a page has
 * before its text, and ordinary text. Blocks in a text have files of their own (`blocks`), which a page
 * links before the first element that needs them (`content/markdown/block-styles.ts`). The policy in
 * the header names each inline sheet by 53 characters, and hosts reject a line of more than 2,000: a
 * new sheet is a file if it can be.
 */
const hasLiveEntries = articleWith(/class="live-entry"/u);

function hasFoldedLinks({ html }: ShownPage): boolean {
  return /class="list-links"[^>]*>\s*<details\b/u.test(html);
}

const sheets: readonly PageStyle[] = [
  { css: printed(shared), isNeeded: () => true },
  {
    css: printed(writingSystems),
    isNeeded: (page) => isFilledLater(page) || isNotLatin(page) || hasRightToLeft(page),
  },
  { css: printed(eastAsian), isNeeded: ({ language }) => /^(?:ja|ko|zh)\b/iu.test(language) },
  {
    css: printed(longWords, 'base'),
    isNeeded: (page) => isFilledLater(page) || hasLongWords(page),
  },
  { css: printed(article + copy, 'page'), isNeeded: isArticle },
  { css: printed(copy, 'page'), isNeeded: (page) => !isArticle(page) && hasCopy(page) },
  {
    css: printed(listsAndQuotations, 'page'),
    isNeeded: (page) => /<(?:blockquote|li|summary)\b/u.test(copyOf(page)),
  },
  { css: printed(external, 'page'), isNeeded: articleWith(/ rel="[^"]*\bexternal\b/u) },
  { css: printed(sections, 'page'), isNeeded: articleWith(/class="sections"/u) },
  { css: printed(list + teasers, 'page'), isNeeded: (page) => !isArticle(page) },
  {
    css: printed(kinds, 'page'),
    isNeeded: ({ html }) => /class="(?:kind |kicker-text)/u.test(html),
  },
  { css: printed(frontMasthead, 'page'), isNeeded: ({ kind }) => kind === 'front' },
  {
    css: printed(front, 'page'),
    isNeeded: ({ kind, html }) => kind === 'front' || html.includes('class="block '),
  },
  {
    css: printed(lists, 'page'),
    isNeeded: ({ html }) =>
      /class="(?:about|list|list-head|list-links|month|teaser teaser-row|total)\b/u.test(html),
  },
  {
    css: printed(index + archive + years + yearDays + credits, 'page'),
    isNeeded: ({ html }) =>
      /class="(?:calendar|credits|headlines|index|year-days)\b/u.test(html),
  },
  {
    css: printed(profile + runningStory, 'page'),
    isNeeded: ({ html }) => /class="(?:profile"|story-)/u.test(html),
  },
  {
    css: printed(search, 'page'),
    isNeeded: ({ kind }) => kind === 'search' || kind === 'not-found',
  },
  {
    css: printed(figures, 'page'),
    isNeeded: ({ html }) => /<(?:figure|img)\b|class="picture-credits"/u.test(html),
  },
  {
    css: printed(articleFigures, 'page'),
    isNeeded: articleWith(/<(?:figure|img)\b|class="picture-credits"/u),
  },
  { css: printed(translations, 'page'), isNeeded: articleWith(/class="translations"/u) },
  { css: printed(keyPoints, 'page'), isNeeded: articleWith(/class="key-points"/u) },
  {
    css: printed(extras, 'page'),
    isNeeded: articleWith(/class="(?:corrections|dateline|first-date|status)"/u),
  },
  { css: printed(ending, 'page'), isNeeded: articleWith(/class="(?:neighbours|related)"/u) },
  { css: printed(notes, 'page'), isNeeded: articleWith(/<su[bp]\b|class="footnotes"/u) },
  {
    css: printed(rare + questions, 'page'),
    // The navigation by sections has `details` before the body.
    isNeeded: articleWith(
      /<(?:aside|d[dlt]|h[4-6r]|input|mark)\b|<details\b(?!.*<div class="article-body">)/su,
    ),
  },
  { css: printed(code, 'page'), isNeeded: articleWith(/<(?:code|kbd|pre|samp)\b/u) },
  {
    // Two rare ones together, since a header names the hash of each sheet.
    css: printed(live + foldedLinks, 'page'),
    isNeeded: (page) => hasLiveEntries(page) || hasFoldedLinks(page),
  },
];

/** The text of each style sheet, exactly as pages print it: policies name their hashes. */
export const pageStyles: readonly string[] = sheets.map(({ css }) => css);

/** The style sheets of a page, in order. */
export function stylesFor(page: ShownPage): string[] {
  return sheets.flatMap(({ css, isNeeded }) => (isNeeded(page) ? [css] : []));
}

/**
 * A style sheet as pages print it: in its layer, with the base path, which Vite adds only to files
 * that it finds itself, and without spaces that Vite's minifier leaves.
 */
function printed(css: string, layer?: 'base' | 'page'): string {
  const base = import.meta.env.BASE_URL.replace(/\/?$/u, '/');
  const text = css
    .replaceAll(/(?<=url\("?)\/(?=assets\/)/gu, base)
    .replaceAll(/ \/ |, /gu, (found) => found.trim())
    .replaceAll(/(?<=[\w)]) \* (?=[\d.]|var\()/gu, '*');
  return layer === undefined ? text : `@layer ${layer}{${text}}`;
}

function isArticle({ kind }: ShownPage): boolean {
  return kind === 'article';
}

/** Whether a page has a text in Markdown. */
function hasCopy({ html }: ShownPage): boolean {
  return html.includes('<div class="copy">');
}

function articleWith(mark: RegExp): PageStyle['isNeeded'] {
  return (page) => hasCopy(page) && mark.test(page.html);
}

/** The HTML of the text of an article, with its footnotes. */
function copyOf({ html }: ShownPage): string {
  return /<div class="copy">.*?<(?:footer|section class="story-)/su.exec(html)?.[0] ?? '';
}

/** Scripts show texts in any language on these pages. */
function isFilledLater({ kind }: ShownPage): boolean {
  return kind === 'not-found' || kind === 'offline' || kind === 'search';
}

function isNotLatin(page: ShownPage): boolean {
  return hasText(page, 'ar|fa|ja|ko|ps|ur|zh');
}

function hasLongWords(page: ShownPage): boolean {
  return hasText(page, 'da|de|fi|hu|nl|no|sv');
}

/** Whether a page has a text in one of some languages. A language's name in a link is not one. */
function hasText({ language, html }: ShownPage, languages: string): boolean {
  const whole = new RegExp(`^(?:${languages})\\b`, 'iu');
  const within = new RegExp(` lang="(?:${languages})\\b[^"]*"(?![^>]* hreflang=)`, 'iu');
  return whole.test(language) || within.test(html);
}

function hasRightToLeft({ direction, html }: ShownPage): boolean {
  return direction === 'rtl' || / dir="rtl"(?![^>]* hreflang=)/u.test(html);
}
