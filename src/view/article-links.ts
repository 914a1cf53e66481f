import type { Article, Story } from '../article/article.ts';
import { listAddress } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import { directionOf } from '../language/direction.ts';
import { languageName } from '../language/language-name.ts';
import type { Words } from '../language/words.ts';
import type { ArticlePage } from './article-page.ts';
import { nameIn } from './credit-view.ts';
import type { LanguageLink } from './shell.ts';
import { inLanguage, toHref, type ViewContext } from './view-context.ts';

export function translationLinks(
  context: ViewContext,
  story: Story,
): LanguageLink[] | undefined {
  const others = (context.publication.translations.get(story.group) ?? []).filter(
    (other) => other !== story,
  );
  if (others.length === 0) return undefined;
  return others.map((other) => ({
    text: languageName(other.language),
    href: toHref(context, other.address),
    language: other.language,
    direction: directionOf(other.language),
  }));
}

export function topicsOf(
  context: ViewContext,
  edition: Edition,
  article: Article | undefined,
  words: Words,
) {
  if (!article || article.topics.length === 0) return {};
  const links = article.topics.map(({ slug, names }) => ({
    ...nameIn(article.language, inLanguage(context, names, article.language)),
    href: toHref(context, listAddress.topic(edition, slug)),
  }));
  return { topics: { title: words.article.topics, links } };
}

/** The articles before and after this one in its section; in the whole edition where it has none. */
export function neighboursOf(
  context: ViewContext,
  edition: Edition,
  article: Article,
  words: Words,
): ArticlePage['neighbours'] {
  const { previous, next } = neighbourArticles(edition, article);
  const link = (label: string, rel: 'prev' | 'next', other: Article | undefined) =>
    other ? [{ label, rel, text: other.title, href: toHref(context, other.address) }] : [];
  return [
    ...link(words.article.previous, 'prev', previous),
    ...link(words.article.next, 'next', next),
  ];
}

/** The articles of `neighboursOf`. */
export function neighbourArticles(
  edition: Edition,
  article: Article,
): { readonly previous: Article | undefined; readonly next: Article | undefined } {
  const group = edition.sections.find((section) => section.slug === article.section?.slug);
  const list = group?.articles ?? edition.articles;
  const index = positionIn(list, article);
  return { previous: list[index + 1], next: list[index - 1] };
}

const positions = new WeakMap<readonly Article[], Map<Article, number>>();

/** Where an article stands in a list; looked up in a table made once for each list. */
function positionIn(list: readonly Article[], article: Article): number {
  const known = positions.get(list) ?? new Map(list.map((item, index) => [item, index]));
  positions.set(list, known);
  return known.get(article) ?? -1;
}
