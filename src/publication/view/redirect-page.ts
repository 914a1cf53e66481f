import type { Story } from '../../content/article/article.ts';
import { isPageFile } from '../../content/article/old-path.ts';
import { encodePath } from '../../content/article/slug.ts';
import { localText } from '../../content/settings/local-text.ts';
import { escapeHtml } from '../../language/escape-html.ts';
import { feedAddress, feedFormatNames } from '../edition/feed-addresses.ts';
import { groupAliases } from '../edition/group-aliases.ts';
import type { Publication } from '../edition/publication.ts';
import { toAbsoluteUrl, toHref, type ViewContext } from './view-context.ts';

/** A page at an alias that redirects to the story. */
export interface RedirectPage {
  readonly language: string;
  readonly title: string;
  readonly href: string;
  /** Content-Security-Policy of the page; absent in the dev preview. */
  readonly policy?: string;
  /** Absolute; absent if the site URL is unknown. */
  readonly canonical?: string;
}

/** An alias and the story that it redirects to. */
export interface AliasPage {
  /** Path of the file below the output folder. */
  readonly file: string;
  readonly inputs: Pick<Story, 'language' | 'title' | 'address'>;
}

/** Characters that file names on Windows cannot contain. */
const invalidInNames = /[:*?"<>|\\]/u;

/**
 * One for each alias of each story and for each other name of a section or topic, except aliases that are not valid file names everywhere: these
 * redirect only on hosts with redirect rules.
 */
export function listAliasPages({
  byPath,
  editions,
  settings,
}: Pick<Publication, 'byPath' | 'editions' | 'settings'>): AliasPage[] {
  const ofGroups = editions.flatMap((edition) =>
    groupAliases(edition, settings).map(({ alias, address, names, language }) => ({
      ...{ aliases: [alias], language, address },
      title: localText(names, language, settings.languages),
    })),
  );
  return [...byPath.values(), ...ofGroups].flatMap(({ aliases, language, title, address }) =>
    aliases
      .filter((alias) => !invalidInNames.test(alias))
      .map((alias) => {
        const path = alias.replace(/^\/|\/$/gu, '');
        return {
          file: isPageFile(alias) ? path : `${path}/index.html`,
          inputs: { language, title, address },
        };
      }),
  );
}

export function createRedirectPage(
  context: ViewContext,
  { language, title, address }: AliasPage['inputs'],
): RedirectPage {
  const href = toHref(context, address);
  return {
    language,
    title,
    href,
    policy: context.policy?.page,
    canonical: toAbsoluteUrl(context, address),
  };
}

/** The page as HTML. It redirects by `<meta>` and has a link, without a script. */
export function redirectHtml({
  language,
  title,
  href,
  policy,
  canonical,
}: RedirectPage): string {
  const to = escapeHtml(href);
  return [
    '<!DOCTYPE html>',
    `<html lang="${escapeHtml(language)}"><head><meta charset="utf-8">`,
    policy === undefined
      ? ''
      : `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    `<title>${escapeHtml(title)}</title>`,
    '<meta name="robots" content="noindex">',
    canonical === undefined ? '' : `<link rel="canonical" href="${escapeHtml(canonical)}">`,
    `<meta http-equiv="refresh" content="0; url=${to}"></head>`,
    `<body><p><a href="${to}">${escapeHtml(title)}</a></p></body></html>`,
    '',
  ].join('\n');
}

/**
 * Every alias with its redirect target, as percent-encoded paths without the base path. The feeds of
 * a section or topic redirect too.
 */
export function listRedirects({
  byPath,
  editions,
  settings,
}: Publication): { from: string; to: string }[] {
  const all = [
    ...[...byPath.values()].flatMap(({ aliases, address }) =>
      aliases.map((alias) => ({ alias, address })),
    ),
    ...editions.flatMap((edition) =>
      groupAliases(edition, settings).flatMap(({ alias, address, hasFeeds }) => [
        { alias, address },
        ...(hasFeeds ? feedFormatNames : []).map((format) => ({
          alias: feedAddress(alias, format),
          address: feedAddress(address, format),
        })),
      ]),
    ),
  ];
  return all.map(({ alias, address }) => ({
    from: encodePath(alias),
    to: encodePath(address),
  }));
}
