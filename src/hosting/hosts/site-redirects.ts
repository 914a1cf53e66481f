import type { HostedSite, SiteRedirect } from '../../security/hosted-site.ts';

export interface RedirectLimits {
  /** How many a host takes. */
  readonly most?: number;
  /** How long the two paths and what stands between them may be. */
  readonly longest?: number;
  /** Signs that mean something else to this host. */
  readonly special?: RegExp;
}

/**
 * Old addresses with new ones, both below the base path, as far as a host takes them as rules.
 * The others are led on by the pages that stand there.
 */
export function siteRedirects(
  { basePath, redirects }: HostedSite,
  { most = Number.POSITIVE_INFINITY, longest = 8000, special }: RedirectLimits = {},
): SiteRedirect[] {
  return redirects
    .map(({ from, to }) => ({ from: basePath + from.slice(1), to: basePath + to.slice(1) }))
    .filter(({ from, to }) => from.length + to.length + 5 <= longest && !special?.test(from))
    .slice(0, most);
}
