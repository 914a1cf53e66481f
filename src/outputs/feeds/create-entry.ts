import type { Article } from '../../content/article/article.ts';
import { identityOf } from '../../content/article/identity.ts';
import { formatCreditLine } from '../../content/article/picture-rights.ts';
import { localText } from '../../content/settings/local-text.ts';
import { directionOf } from '../../language/direction.ts';
import { wordsFor } from '../../language/words-for.ts';
import { textAfter, textBefore } from './entry-text.ts';
import type { FeedEntry, Named } from './feed.ts';
import type { FeedArticle, FeedFrame } from './feed-context.ts';
import { toFeedDates } from './feed-date.ts';
import { nameUuid } from './name-uuid.ts';
import { toNamed } from './to-named.ts';

/** An article as a feed in a language tells it. */
export function createEntry(
  frame: FeedFrame,
  listLanguage: string,
  { article, fills, picture }: FeedArticle,
): FeedEntry {
  const { language, section, topics, licence, image } = article;
  const { words } = wordsFor(language);
  const { languages } = frame.settings;
  const summary = article.summary ?? article.body.lede;
  const groups = [...(section ? [section] : []), ...topics];
  const categories = groups.map(({ names }) => localText(names, listLanguage, languages));
  return {
    id: `urn:uuid:${nameUuid(identityOf(article))}`,
    url: frame.toUrl(article.address),
    title: article.title,
    ...(summary === '' ? {} : { summary }),
    ...toFeedDates(article),
    language,
    direction: directionOf(language),
    authors: article.authors.map((author) => toNamed(frame, author)),
    categories: [...new Set(categories)],
    ...(licence ? { rights: toNamed(frame, licence) } : {}),
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
      body: { key: article.body.key, fills },
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
