import { createHash } from 'node:crypto';
import type { Article } from '../../content/article/article.ts';
import { genreLabel } from '../../content/article/genre.ts';
import { identityOf } from '../../content/article/identity.ts';
import { sourceNameOf } from '../../content/article/original.ts';
import { formatCreditLine } from '../../content/article/picture-rights.ts';
import { featuredIn } from '../../content/article/story-pictures.ts';
import { localText } from '../../content/settings/local-text.ts';
import { directionOf } from '../../language/direction.ts';
import type { NewsDate } from '../../language/news-date.ts';
import { wordsFor } from '../../language/words-for.ts';
import { textAfter, textBefore } from './entry-text.ts';
import { type EntryDates, type FeedEntry, toLinkedName } from './feed.ts';
import type { FeedArticle, FeedFrame, LinkedName } from './feed-context.ts';

/** An article as an entry of a feed. Its categories are in the language of the feed. */
export function createEntry(
  frame: FeedFrame,
  feedLanguage: string,
  { article, authors, fills, picture, clips, series }: FeedArticle,
): FeedEntry {
  const { language, section, topics, licence } = article;
  const { words: own, languages } = frame.settings;
  const { words } = wordsFor(language, own);
  const credit = featuredIn(article)?.credit;
  const summary = article.summary ?? article.body.lede;
  const groups = [...(section ? [section] : []), ...topics];
  const label = genreLabel(article, wordsFor(feedLanguage, own).words);
  const categories = [
    ...groups.map(({ names }) => localText(names, feedLanguage, languages)),
    ...(label === undefined ? [] : [label]),
  ];
  return {
    id: `urn:uuid:${nameUuid(identityOf(article))}`,
    url: frame.toUrl(article.address),
    title: article.title,
    summary: summary === '' ? undefined : summary,
    ...toFeedDates(article),
    language,
    direction: directionOf(language),
    authors,
    categories: [...new Set(categories)],
    rights: licence && toLinkedName(frame, licence),
    picture: picture && {
      ...picture,
      credit: credit && formatCreditLine(credit, words),
    },
    clips,
    source: sourceOf(article),
    text: {
      before: textBefore(article, words, { picture, series }),
      body: { key: article.body.key, fills },
      after: textAfter(article, words, picture),
    },
  };
}

function sourceOf(article: Article): LinkedName | undefined {
  const name = sourceNameOf(article);
  return name === undefined ? undefined : { name, url: article.source?.url };
}

/**
 * Feeds know only instants, so a date without a time becomes 12:00 UTC, when it is that day nearly
 * everywhere. The dates do not depend on the text, so that an edit does not move an article to the
 * top of a feed.
 */
export function toFeedDates({ date, updated }: Pick<Article, 'date' | 'updated'>): EntryDates {
  const published = toTime(date);
  const changed = updated === undefined ? published : toTime(updated);
  return {
    published: formatTime(published),
    updated: formatTime(Math.max(published, changed)),
  };
}

function toTime(date: NewsDate): number {
  return Date.parse(date.precision === 'day' ? `${date.day}T12:00:00Z` : date.instant);
}

function formatTime(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

/** The namespace of the ids of Dateline's entries. Must never change. */
const entryNamespace = '6f0c2a4e-3b7d-4c19-9d52-8e1a7b5f3c60';

/**
 * The UUID of a name in a namespace, which is a UUID too (RFC 9562, section 5.5: version 5, SHA-1).
 * The name is normalized to NFC, so that its bytes do not depend on the system that typed it.
 */
export function nameUuid(name: string, namespace: string = entryNamespace): string {
  const bytes = createHash('sha1')
    .update(namespace.replaceAll('-', ''), 'hex')
    .update(name.normalize('NFC'))
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
