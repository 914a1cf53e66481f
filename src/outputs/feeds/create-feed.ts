import { localText } from '../../content/settings/local-text.ts';
import { directionOf } from '../../language/direction.ts';
import {
  type FeedFormat,
  feedAddress,
  feedFormatNames,
} from '../../publication/edition/feed-addresses.ts';
import { siteFile } from '../../publication/edition/site-files.ts';
import { createEntry } from './create-entry.ts';
import { type Feed, toLinkedName } from './feed.ts';
import type { FeedArticle, FeedFrame } from './feed-context.ts';
import type { FeedSubject } from './feed-files.ts';

/** The feed of an edition, or of one of its sections or topics. */
export function createFeed(
  frame: FeedFrame,
  subject: FeedSubject,
  articles: readonly FeedArticle[],
): Feed {
  const { settings } = frame;
  const { language } = subject;
  const local = (text: Readonly<Record<string, string>>) =>
    localText(text, language, settings.languages);
  const name = local(settings.name);
  const title = subject.names ? `${local(subject.names)} – ${name}` : name;
  const entries = articles.map((item) => createEntry(frame, language, item));
  const about = settings.description ?? settings.tagline;
  const description = subject.names ? subject.description : about && local(about);
  return {
    title,
    description: description ?? title,
    language,
    direction: directionOf(language),
    page: frame.toUrl(subject.address),
    urls: feedUrls(frame, subject.address),
    publisher: settings.owner
      ? toLinkedName(frame, settings.owner)
      : { name, url: frame.toUrl(subject.path) },
    rights: settings.licence && toLinkedName(frame, settings.licence),
    icon: frame.toUrl(siteFile.icon192),
    picture: subject.picture && {
      url: frame.toUrl(`/assets/${subject.picture.name}`),
      width: subject.picture.width,
      height: subject.picture.height,
    },
    favicon: frame.toUrl(frame.favicon),
    styleHref: frame.styleHref,
    updated: entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1),
    entries,
  };
}

/** The URLs of the feeds of a list, by format. */
export function feedUrls(
  { toUrl }: Pick<FeedFrame, 'toUrl'>,
  address: string,
): Record<FeedFormat, string> {
  return Object.fromEntries(
    feedFormatNames.map((format) => [format, toUrl(feedAddress(address, format))]),
  ) as Record<FeedFormat, string>;
}
