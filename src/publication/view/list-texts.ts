import { shorten } from './story-entry.ts';
import { wordsOf } from './view-context.ts';

/** Headlines that describe a list. */
const described = 3;

/** A list is described by the first of its headlines. */
export function describedBy(articles: readonly { readonly title: string }[]): {
  description?: string;
} {
  if (articles.length === 0) return {};
  const headlines = articles.slice(0, described).map(({ title }) => title);
  return { description: shorten(headlines.join(' · ')) };
}

/** What a list without articles says. */
export function emptyText(language: string) {
  const { emptyTitle, emptyExplanation } = wordsOf(language).lists;
  return { title: emptyTitle, explanation: emptyExplanation };
}
