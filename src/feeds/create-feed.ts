import { type FeedFormat, feedAddress, feedFormatNames } from '../edition/feed-addresses.ts';
import type { FeedList } from '../edition/feed-lists.ts';
import type { Edition } from '../edition/publication.ts';
import { directionOf } from '../language/direction.ts';
import { localText } from '../publication/local-text.ts';
import { createEntry } from './create-entry.ts';
import type { Feed } from './feed.ts';
import type { PlacedContext } from './feed-context.ts';
import { toNamed } from './to-named.ts';

/** How many articles a feed holds, the newest ones (contracts, section 5). */
export const feedLength = 30;

/** The feed of an edition, or of a section or topic of it. */
export function createFeed(context: PlacedContext, edition: Edition, list: FeedList): Feed {
  const { settings } = context.publication;
  const { language } = edition;
  const say = (text: Readonly<Record<string, string>>) =>
    localText(text, language, settings.languages);
  const name = say(settings.name);
  const title = list.group ? `${say(list.group.names)} – ${name}` : name;
  const articles = list.group?.articles ?? edition.articles;
  const entries = articles
    .slice(0, feedLength)
    .map((article) => createEntry(context, edition, article));
  const updated = entries
    .map((entry) => entry.updated)
    .sort()
    .at(-1);
  const about = list.group ? undefined : (settings.description ?? settings.tagline);
  return {
    title,
    description: about ? say(about) : title,
    language,
    direction: directionOf(language),
    page: context.toUrl(list.address),
    urls: feedUrls(context, list.address),
    publisher: settings.owner
      ? toNamed(context, settings.owner)
      : { name, url: context.toUrl(edition.path) },
    ...(settings.licence ? { rights: toNamed(context, settings.licence) } : {}),
    icon: context.toUrl('/icon-192.png'),
    favicon: context.toUrl(context.favicon),
    styleHref: context.styleHref,
    ...(updated === undefined ? {} : { updated }),
    entries,
  };
}

/** Where the feeds of a list stand, by format. */
export function feedUrls(
  { toUrl }: Pick<PlacedContext, 'toUrl'>,
  address: string,
): Record<FeedFormat, string> {
  return Object.fromEntries(
    feedFormatNames.map((format) => [format, toUrl(feedAddress(address, format))]),
  ) as Record<FeedFormat, string>;
}
