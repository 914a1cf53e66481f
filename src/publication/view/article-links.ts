import type { Article } from '../../content/article/article.ts';
import { directionWithin } from '../../language/direction.ts';
import { languageName } from '../../language/language-name.ts';
import type { Words } from '../../language/words.ts';
import { listAddress } from '../edition/list-addresses.ts';
import type { ArticlePage } from './article-page.ts';
import { nameIn } from './credit-view.ts';
import type { LanguageLink } from './shell.ts';
import type { Brief, StoryInputs } from './story-inputs.ts';
import { type EditionFrame, inLanguage, toHref, type ViewContext } from './view-context.ts';

export function translationLinks(
  context: ViewContext,
  { story, versions }: StoryInputs,
): LanguageLink[] | undefined {
  const others = versions.filter(({ address }) => address !== story.address);
  if (others.length === 0) return undefined;
  return others.map((other) => ({
    text: languageName(other.language),
    href: toHref(context, other.address),
    language: other.language,
    ...directionWithin(story.language, other.language),
  }));
}

export function topicsOf(
  context: ViewContext,
  edition: EditionFrame,
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

/** The articles before and after this one. */
export function neighbourLinks(
  context: ViewContext,
  { previous, next }: StoryInputs,
  words: Words,
): ArticlePage['neighbours'] {
  const link = (label: string, rel: 'prev' | 'next', other: Brief | undefined) =>
    other ? [{ label, rel, text: other.title, href: toHref(context, other.address) }] : [];
  return [
    ...link(words.article.previous, 'prev', previous),
    ...link(words.article.next, 'next', next),
  ];
}
