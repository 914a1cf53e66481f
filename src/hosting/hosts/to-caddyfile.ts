import type { HostedSite } from '../../security/hosted-site.ts';
import { notFoundCaching } from '../../security/response-headers.ts';
import { contentType, contentTypes } from '../content-type.ts';
import { FOLDER, headerChoices, hostName, siteRedirects } from './site-rules.ts';

/** A complete Caddyfile for Caddy 2, which obtains a certificate itself. */
export function toCaddyfile(site: HostedSite): string {
  const { basePath } = site;
  const base = basePath.slice(0, -1);
  // Matchers see the address, where the page of a folder has no file name.
  const headers = headerChoices(site).flatMap(({ name, otherwise, cases }, header) => [
    ...(otherwise === undefined ? [] : [`header ${name} "${otherwise}"`]),
    ...cases.flatMap(({ source, value }, index) => [
      `@h${header}_${index} path_regexp ${source}`,
      `header @h${header}_${index} ${name} "${value}"`,
    ]),
  ]);
  const types = Object.keys(contentTypes)
    .filter((ending) => ending !== '.gz')
    .flatMap((ending) => [
      `@t${ending.slice(1)} path *${ending}`,
      `header @t${ending.slice(1)} Content-Type "${contentType(`x${ending}`)}"`,
    ]);
  const redirects = siteRedirects(site, {
    special: /%(?:[01]\w|7f|22|5c|7b|7d)|[{}*]/iu,
  }).flatMap(({ from, to }, index) => [
    `@r${index} path "${decodeURIComponent(from)}"`,
    `redir @r${index} "${to.replace(/[{}]/gu, encodeURIComponent)}" 301`,
  ]);
  const [caching, uncached] = notFoundCaching;
  return `# Made by the build. Put your host name and folder instead of these.
${hostName(site)} {
	root * ${FOLDER}
	encode zstd gzip
	route {
${base === '' ? '' : lines(2, [`redir ${base} ${basePath} 308`])}${lines(2, [
  '@index path_regexp index ^(.*/)index\\.html$',
  'redir @index {re.index.1} 308',
  ...redirects,
  ...headers,
  ...types,
  '@rules path */_headers */_redirects',
  'error @rules 404',
  ...(base === '' ? [] : [`uri strip_prefix ${base}`]),
  'file_server {',
  '\tprecompressed br gzip',
  '}',
])}	}
	handle_errors {
		header ${caching} "${uncached}"
		header Content-Type "${contentType('404.html')}"
		rewrite * /404.html
		file_server
	}
}
`;
}

function lines(depth: number, all: readonly string[]): string {
  return all.map((line) => `${'\t'.repeat(depth)}${line}\n`).join('');
}
