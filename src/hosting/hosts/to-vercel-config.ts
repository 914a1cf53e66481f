import type { HostedSite } from '../../security/hosted-site.ts';
import { contentType } from '../content-type.ts';
import { headerChoices, siteRedirects } from './site-rules.ts';

/**
 * `vercel.json`, for the folder that is deployed. If a header is set twice for an address, the last
 * one counts. Other answers are stored and revalidated each time.
 * https://vercel.com/docs/project-configuration
 */
export function toVercelConfig(site: HostedSite): string {
  const choices = headerChoices(site);
  const header = (key: string, value: string) => ({ key, value });
  const config = {
    trailingSlash: true,
    redirects: [
      ...siteRedirects(site, { max: 1000, special: /[:()*+?{}]/u }).map(({ from, to }) => ({
        source: from,
        destination: to,
        statusCode: 301,
      })),
      { source: '/:folder*/index.html', destination: '/:folder*/', statusCode: 308 },
    ],
    headers: [
      {
        source: '/(.*)',
        headers: choices.flatMap(({ name, otherwise }) =>
          otherwise === undefined ? [] : [header(name, otherwise)],
        ),
      },
      ...choices.flatMap(({ name, cases }) =>
        cases.map(({ source, value }) => ({
          source: source.replace(/^\^(.*)\$$/u, '/($1)').replace('/(/', '/('),
          headers: [header(name, value)],
        })),
      ),
      ...['.md', '.txt', '.xml', '.opml', '.webmanifest'].map((ending) => ({
        source: `/(.*)\\${ending}`,
        headers: [header('Content-Type', contentType(`x${ending}`))],
      })),
    ],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
