import { generateOpml } from 'feedsmith';
import { localText } from '../../content/settings/local-text.ts';
import { languageName } from '../../language/language-name.ts';
import { feedListsOf } from '../../publication/edition/feed-addresses.ts';
import type { Edition } from '../../publication/edition/publication.ts';
import { noticeAddress } from '../../publication/edition/site-files.ts';
import { feedUrls } from './create-feed.ts';
import {
  type FeedContext,
  hasSiteUrl,
  type LocatedContext,
  type TextFile,
} from './feed-context.ts';
import { formatLlms } from './format-llms.ts';
import { toXmlText } from './xml-text.ts';

/** Files for programs: `robots.txt`, `llms.txt`, and if possible `security.txt` and the feed list. */
export function createNotices(context: FeedContext): TextFile[] {
  const { robots, llms, security, feedList } = noticeAddress;
  const texts = [
    { address: robots, text: formatRobots(context) },
    { address: llms, text: formatLlms(context) },
    { address: security, text: formatSecurity(context) },
  ];
  const notices = texts.flatMap(({ address, text }) =>
    text === undefined ? [] : [{ address, text, type: 'text/plain; charset=utf-8' }],
  );
  return hasSiteUrl(context)
    ? [...notices, { address: feedList, text: formatFeedList(context), type: 'text/x-opml' }]
    : notices;
}

/**
 * robots.txt (RFC 9309): allows everything and names the sitemaps. Crawlers read it only at the root
 * of an origin, so below a base path a comment says what to add there.
 */
function formatRobots(context: FeedContext): string {
  const { basePath, toUrl } = context;
  const lines = [
    ...(basePath === '/'
      ? []
      : [
          `# Crawlers read /robots.txt of the origin, not this file below ${basePath}`,
          '# Copy the lines that begin with "Sitemap" into that file.',
          '',
        ]),
    'User-agent: *',
    'Allow: /',
    ...(hasSiteUrl(context)
      ? [
          '',
          `Sitemap: ${toUrl(noticeAddress.sitemapIndex)}`,
          `Sitemap: ${toUrl(noticeAddress.newsSitemap)}`,
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** security.txt (RFC 9116); undefined if `publication.yaml` has no contact in `security`. */
function formatSecurity(context: FeedContext): string | undefined {
  const { security } = context.publication.settings;
  const { contact, expires, ...others } = security ?? {};
  if (contact === undefined || expires === undefined) return undefined;
  const line = (name: string, value: string | undefined) =>
    value === undefined ? [] : [`${name}: ${value}`];
  const languages = context.publication.editions.map(({ language }) => language);
  const lines = [
    ...(context.basePath === '/'
      ? []
      : [
          `# Programs read ${noticeAddress.security} of the origin, not this file below`,
          `# ${context.basePath}`,
        ]),
    ...contact.flatMap((address) => line('Contact', toUri(address))),
    ...line('Expires', `${expires}T00:00:00Z`),
    ...line('Encryption', others.encryption),
    ...line('Acknowledgments', others.acknowledgments),
    ...line('Preferred-Languages', languages.join(', ')),
    ...(hasSiteUrl(context) ? line('Canonical', context.toUrl(noticeAddress.security)) : []),
    ...line('Policy', others.policy),
    ...line('Hiring', others.hiring),
  ];
  return `${lines.join('\n')}\n`;
}

function toUri(address: string): string {
  return /^[^:]+@[^:]+$/u.test(address) ? `mailto:${address}` : address;
}

/** All feeds by edition, in OPML 2.0, from which feed readers subscribe to several at once. */
export function formatFeedList(context: LocatedContext): string {
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

function outlinesOf(context: LocatedContext, edition: Edition) {
  const { settings } = context.publication;
  const { language } = edition;
  return feedListsOf(edition, settings).map(({ address, group }) => ({
    text: localText(group?.names ?? settings.name, language, settings.languages),
    type: 'rss',
    xmlUrl: feedUrls(context, address).rss,
    htmlUrl: context.toUrl(address),
    language,
  }));
}
