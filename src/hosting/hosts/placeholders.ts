import type { HostedSite } from '../../security/hosted-site.ts';

/** Where the files for a server of one's own suppose that the output was copied to. */
export const FOLDER = '/srv/site';

/** The name of the host, without a port. */
export function hostName({ siteUrl }: HostedSite): string {
  return siteUrl === undefined ? 'news.example' : new URL(siteUrl).hostname;
}
