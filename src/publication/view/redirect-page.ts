import type { Story } from '../../content/article/article.ts';
import { isPageFile } from '../../content/article/old-path.ts';
import { escapeHtml } from './escape-html.ts';
import { toHref, type ViewContext } from './view-context.ts';

/** A page at an old address that leads to the new one. */
export interface RedirectPage {
  readonly language: string;
  readonly title: string;
  readonly href: string;
  /** Content-Security-Policy of the page; absent in the live preview. */
  readonly policy?: string;
  /** Absolute; absent where the site's address is not known. */
  readonly canonical?: string;
}

/** An old address and the story that it leads to. */
export interface OldAddress {
  /** Path of the file below the output folder. */
  readonly file: string;
  readonly inputs: Pick<Story, 'language' | 'title' | 'address'>;
}

/** What no file of Windows can be named. */
const unnamed = /[:*?"<>|\\]/u;

/**
 * One for each alias of each story, but for those that cannot be names of files everywhere: these
 * lead on where the host has a rule for them.
 */
export function listOldAddresses(stories: Iterable<Story>): OldAddress[] {
  return [...stories].flatMap(({ aliases, language, title, address }) =>
    aliases
      .filter((alias) => !unnamed.test(alias))
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
  { language, title, address }: OldAddress['inputs'],
): RedirectPage {
  const href = toHref(context, address);
  return {
    language,
    title,
    href,
    ...(context.policy ? { policy: context.policy.page } : {}),
    ...(context.siteUrl === undefined ? {} : { canonical: context.siteUrl + href }),
  };
}

/** The page as HTML: it leads on by itself and by a link, without a script. */
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
