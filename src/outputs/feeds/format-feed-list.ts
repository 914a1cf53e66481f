import { generateOpml } from 'feedsmith';
import { localText } from '../../content/settings/local-text.ts';
import { languageName } from '../../language/language-name.ts';
import { feedListsOf } from '../../publication/edition/feed-lists.ts';
import type { Edition } from '../../publication/edition/publication.ts';
import { feedUrls } from './create-feed.ts';
import type { PlacedContext } from './feed-context.ts';
import { toXmlText } from './xml-text.ts';

/** OPML 2.0 of all feeds, by edition: what feed readers take to subscribe to several at once. */
export function formatFeedList(context: PlacedContext): string {
  const { settings, editions } = context.publication;
  const [first] = editions;
  const title = localText(settings.name, first?.language ?? '', settings.languages);
  const byEdition = editions.map((edition) => ({
    text: languageName(edition.language),
    outlines: outlinesOf(context, edition),
  }));
  const outlines = byEdition.length === 1 ? (byEdition[0]?.outlines ?? []) : byEdition;
  return toXmlText(generateOpml({ head: { title }, body: { outlines } }));
}

function outlinesOf(context: PlacedContext, edition: Edition) {
  const { settings } = context.publication;
  const { language } = edition;
  return feedListsOf(edition, settings.feeds).map(({ address, group }) => ({
    text: localText(group?.names ?? settings.name, language, settings.languages),
    type: 'rss',
    xmlUrl: feedUrls(context, address).rss,
    htmlUrl: context.toUrl(address),
    language,
  }));
}
