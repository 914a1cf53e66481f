import { localText } from '../../content/settings/local-text.ts';
import { directionOf } from '../../language/direction.ts';
import {
  type FeedFormat,
  feedAddress,
  feedFormatNames,
} from '../../publication/edition/feed-addresses.ts';
import { createEntry } from './create-entry.ts';
import type { Feed } from './feed.ts';
import type { FeedArticle, FeedFrame } from './feed-context.ts';
import type { FedList } from './feed-files.ts';
import { toNamed } from './to-named.ts';

/** The feed of an edition, or of a section or topic of it. */
export function createFeed(
  frame: FeedFrame,
  list: FedList,
  articles: readonly FeedArticle[],
): Feed {
  const { settings } = frame;
  const { language } = list;
  const say = (text: Readonly<Record<string, string>>) =>
    localText(text, language, settings.languages);
  const name = say(settings.name);
  const title = list.names ? `${say(list.names)} – ${name}` : name;
  const entries = articles.map((item) => createEntry(frame, language, item));
  const updated = entries
    .map((entry) => entry.updated)
    .sort()
    .at(-1);
  const about = list.names ? undefined : (settings.description ?? settings.tagline);
  return {
    title,
    description: about ? say(about) : title,
    language,
    direction: directionOf(language),
    page: frame.toUrl(list.address),
    urls: feedUrls(frame, list.address),
    publisher: settings.owner
      ? toNamed(frame, settings.owner)
      : { name, url: frame.toUrl(list.path) },
    ...(settings.licence ? { rights: toNamed(frame, settings.licence) } : {}),
    icon: frame.toUrl('/icon-192.png'),
    favicon: frame.toUrl(frame.favicon),
    styleHref: frame.styleHref,
    ...(updated === undefined ? {} : { updated }),
    entries,
  };
}

/** Where the feeds of a list stand, by format. */
export function feedUrls(
  { toUrl }: Pick<FeedFrame, 'toUrl'>,
  address: string,
): Record<FeedFormat, string> {
  return Object.fromEntries(
    feedFormatNames.map((format) => [format, toUrl(feedAddress(address, format))]),
  ) as Record<FeedFormat, string>;
}
