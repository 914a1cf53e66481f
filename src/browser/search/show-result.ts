import { makeElement } from '../page/make-element.ts';
import type { TextPart } from './article-words.ts';
import { type Excerpt, type FoundWords, findExcerpts } from './find-excerpts.ts';
import { passageAddress } from './passage-address.ts';
import type { FoundArticle } from './search-index.ts';

/** Creates the list item of a result. */
export function showResult(
  article: FoundArticle,
  found: FoundWords,
  language: string,
): HTMLLIElement {
  const { title = '', section, kind, date = '' } = article.meta;
  const heading = makeElement('h2', {}, makeElement('a', { href: article.url }, title));
  const facts = makeElement(
    'p',
    { class: 'date' },
    [section, kind, date].filter(Boolean).join(' · '),
  );
  const excerpts = findExcerpts(article, found, language);
  const linked = excerpts.filter((excerpt) => excerpt.found.length > 0);
  const isForeign = document.documentElement.lang.toLowerCase() !== language;
  return makeElement(
    'li',
    { class: 'search-result', ...(isForeign ? { lang: language, dir: 'auto' } : {}) },
    heading,
    facts,
    linked.length > 0
      ? makeElement('ul', {}, ...linked.map((excerpt) => showExcerpt(article, excerpt)))
      : makeElement('p', {}, ...toNodes(excerpts[0]?.text ?? [])),
  );
}

function showExcerpt(article: FoundArticle, { heading, text, found }: Excerpt): HTMLLIElement {
  const name = heading.length > 0 ? [makeElement('strong', {}, ...toNodes(heading))] : [];
  const href = passageAddress(article, found);
  return makeElement('li', {}, makeElement('a', { href }, ...name, ...toNodes(text)));
}

function toNodes(parts: readonly TextPart[]): (Node | string)[] {
  return parts.map(({ text, isMarked }) => (isMarked ? makeElement('mark', {}, text) : text));
}
