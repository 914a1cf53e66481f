import { makeElement } from '../page/make-element.ts';
import { findForms } from './find-forms.ts';
import { markExcerpt } from './mark-excerpt.ts';
import { passageAddress } from './passage-address.ts';
import type { FoundArticle, FoundPart } from './search-index.ts';

/** The most parts of an article that are shown. */
const maxParts = 3;

/** Creates the list item of a result. */
export function showResult(
  article: FoundArticle,
  { language, query }: { readonly language: string; readonly query: string },
): HTMLLIElement {
  const { title = '', section, kind, date = '' } = article.meta;
  const heading = makeElement('h2', {}, makeElement('a', { href: article.url }, title));
  const facts = makeElement(
    'p',
    { class: 'date' },
    [section, kind, date].filter(Boolean).join(' · '),
  );
  const best = findForms(article, query, language)
    .toSorted((a, b) => weightOf(b) - weightOf(a))
    .slice(0, maxParts);
  const quoted = best.map((part) => showPart(article, part));
  const isForeign = document.documentElement.lang.toLowerCase() !== language;
  return makeElement(
    'li',
    { class: 'search-result', ...(isForeign ? { lang: language, dir: 'auto' } : {}) },
    heading,
    facts,
    quoted.length > 0
      ? makeElement('ul', {}, ...quoted)
      : makeElement('p', {}, ...markExcerpt(article.excerpt, firstHeading(article))),
  );
}

function showPart(article: FoundArticle, part: FoundPart): HTMLLIElement {
  const name = part.anchor ? [makeElement('strong', {}, part.title)] : [];
  const href = passageAddress(article, part);
  return makeElement(
    'li',
    {},
    makeElement(
      'a',
      { href },
      ...name,
      ...markExcerpt(part.excerpt, part.anchor ? part.title : ''),
    ),
  );
}

/** The heading at the start of an article's text; empty if it has none. */
function firstHeading({ anchors }: FoundArticle): string {
  const first = anchors.find(({ location }) => location === 0);
  return (first && /^h\d$/u.test(first.element) && first.text) || '';
}

function weightOf({ weighted_locations }: FoundPart): number {
  return weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
}
