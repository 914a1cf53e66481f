import type { Article } from '../article/article.ts';
import { identityOf } from '../article/identity.ts';
import { formatCreditLine } from '../article/picture-rights.ts';
import type { Edition } from '../edition/publication.ts';
import { directionOf } from '../language/direction.ts';
import { wordsFor } from '../language/words-for.ts';
import { localText } from '../publication/local-text.ts';
import { textAfter, textBefore } from './entry-text.ts';
import type { FeedEntry, Named } from './feed.ts';
import type { PlacedContext } from './feed-context.ts';
import { toFeedDates } from './feed-date.ts';
import { nameUuid } from './name-uuid.ts';
import { toNamed } from './to-named.ts';

const known = new WeakMap<PlacedContext, Map<Article, FeedEntry>>();

/** An article as all feeds tell it: made once, since it stands in several. */
export function createEntry(
  context: PlacedContext,
  edition: Edition,
  article: Article,
): FeedEntry {
  const entries = known.get(context) ?? new Map<Article, FeedEntry>();
  known.set(context, entries);
  const entry = entries.get(article) ?? makeEntry(context, edition, article);
  entries.set(article, entry);
  return entry;
}

function makeEntry(context: PlacedContext, edition: Edition, article: Article): FeedEntry {
  const { language, section, topics, licence, image } = article;
  const { words } = wordsFor(language);
  const { languages } = context.publication.settings;
  const picture = context.pictureOf(article);
  const summary = article.summary ?? article.body.lede;
  const groups = [...(section ? [section] : []), ...topics];
  const categories = groups.map(({ names }) => localText(names, edition.language, languages));
  return {
    id: `urn:uuid:${nameUuid(identityOf(article))}`,
    url: context.toUrl(article.address),
    title: article.title,
    ...(summary === '' ? {} : { summary }),
    ...toFeedDates(article),
    language,
    direction: directionOf(language),
    authors: article.authors.map((author) => toNamed(context, author)),
    categories: [...new Set(categories)],
    ...(licence ? { rights: toNamed(context, licence) } : {}),
    ...(picture
      ? {
          picture: {
            ...picture,
            ...(image?.credit ? { credit: formatCreditLine(image.credit, words) } : {}),
          },
        }
      : {}),
    ...sourceOf(article),
    text: {
      before: textBefore(article, words, picture),
      body: { key: article.body.key, fills: context.fillsOf(article) },
      after: textAfter(article, words, picture),
    },
  };
}

function sourceOf({ source }: Article): { source?: Named } {
  const name =
    source?.name ?? (source?.url === undefined ? undefined : new URL(source.url).hostname);
  if (source === undefined || name === undefined) return {};
  return { source: { name, ...(source.url === undefined ? {} : { url: source.url }) } };
}
