import { loadSite } from '../newsroom/load-site.ts';
import type { HostedSite } from '../security/hosted-site.ts';
import { listRedirects } from '../view/list-redirects.ts';
import { loadPolicy } from './load-policy.ts';

/** What the files for hosts are made from. */
export async function loadHostedSite(): Promise<HostedSite> {
  const site = await loadSite();
  const { publication, settings } = site;
  const siteUrl = settings.siteUrl ?? publication.settings.url;
  const policy = await loadPolicy(site);
  return {
    basePath: settings.basePath,
    ...(siteUrl === undefined ? {} : { siteUrl }),
    policy: policy.header,
    hsts: publication.settings.hosting.hsts,
    precompress: publication.settings.precompress,
    redirects: listRedirects(publication),
    lowerCase: [...publication.addresses.keys()].every(
      (address) => address === address.toLowerCase(),
    ),
  };
}
