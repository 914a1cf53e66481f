import { localValue } from '../../content/settings/local-text.ts';
import { type EditionFrame, type ViewContext, wordsOf } from './view-context.ts';

/** A place where readers can follow the publication. */
export interface FollowService {
  readonly text: string;
  readonly href: string;
  readonly count: string;
  readonly rel?: string;
}

/** Newsletter, networks and others, in this order. `count` is what is printed beside the name. */
export function servicesOf(
  context: ViewContext,
  { language }: Pick<EditionFrame, 'language'>,
): readonly FollowService[] {
  const { follow, languages } = context.settings;
  if (follow === undefined) return [];
  const words = wordsOf(context, language);
  const own = <T>(values: Readonly<Record<string, T>> | undefined) =>
    values && localValue(values, language, languages);
  const newsletter = own(follow.newsletter);
  const fediverse = own(follow.mastodon);
  const bluesky = own(follow.bluesky);
  const site = context.siteUrl && new URL(context.siteUrl).hostname;
  return [
    ...(newsletter === undefined
      ? []
      : [{ text: words.follow.newsletter, href: newsletter, count: hostOf(newsletter) }]),
    ...(fediverse === undefined
      ? []
      : [{ text: 'Mastodon', href: mastodonUrl(fediverse), count: fediverse, rel: 'me' }]),
    ...(bluesky === undefined
      ? []
      : [{ text: 'Bluesky', href: blueskyUrl(bluesky), count: `@${bluesky}`, rel: 'me' }]),
    ...(follow.google && site
      ? [{ text: words.follow.google, href: googleUrl(site), count: 'Google' }]
      : []),
    ...follow.others.map(({ name, url }) => {
      const href = own(url) ?? '';
      return { text: own(name) ?? '', href, count: hostOf(href), rel: 'me' };
    }),
  ];
}

/** The page of a Mastodon account: `@post@news.example`. */
function mastodonUrl(handle: string): string {
  const [, user = '', server = ''] = handle.split('@');
  return `https://${server}/@${user}`;
}

function blueskyUrl(handle: string): string {
  return `https://bsky.app/profile/${handle}`;
}

/** Google Search Central, "Help your readers to find your content with preferred sources". */
function googleUrl(site: string): string {
  return `https://www.google.com/preferences/source?q=${encodeURIComponent(site)}`;
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./u, '');
}

/** The accounts of a publication that name its site as theirs, for `rel="me"`. */
export function ownAccounts(
  context: ViewContext,
  edition: Pick<EditionFrame, 'language'>,
): string[] {
  return servicesOf(context, edition).flatMap(({ href, rel }) => (rel === 'me' ? [href] : []));
}

/** The account that networks of the fediverse show with a link to an article. */
export function fediverseAccount(
  { settings: { follow, languages } }: ViewContext,
  { language }: Pick<EditionFrame, 'language'>,
): string | undefined {
  return follow?.mastodon && localValue(follow.mastodon, language, languages);
}

/** Sites with addresses like those of the fediverse. */
const others = /^(?:www\.)?(?:medium|substack|tiktok|youtube)\.com$/iu;

/** `https://news.example/@jane` -> `@jane@news.example`; undefined for other addresses. */
export function toHandle(url: string): string | undefined {
  const { server = '', user } =
    /^https:\/\/(?<server>[^/@:]+)\/@(?<user>[\w.-]{1,64})\/?$/u.exec(url)?.groups ?? {};
  return user === undefined || others.test(server) ? undefined : `@${user}@${server}`;
}
