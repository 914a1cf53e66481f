import type { HostedSite } from '../../security/hosted-site.ts';
import { notFoundCaching } from '../../security/response-headers.ts';
import { contentType, contentTypes, isText } from '../content-type.ts';
import {
  FOLDER,
  type HeaderChoice,
  headerChoices,
  hostName,
  siteRedirects,
} from './site-rules.ts';

/**
 * nginx: a file for `conf.d` or `sites-enabled`. All headers are set in one place, because a block
 * with its own `add_header` does not inherit those around it. A `map` chooses what differs by file.
 */
export function toNginxConfig(site: HostedSite): string {
  const { basePath } = site;
  const choices = headerChoices(site);
  const listen = site.hsts ? secureListen(site) : plainListen;
  return `# Made by the build. Put your host name, paths and certificate instead of these.

${choices
  .filter(varies)
  .map((choice) => toMap(choice, site))
  .join('\n\n')}
${site.hsts ? `\n${secureRedirect(site)}\n` : ''}
server {
${indent(listen)}
  server_name ${hostName(site)};

  charset utf-8;
  charset_types ${textTypes().join(' ')};
  default_type application/octet-stream;
  types {
${indent(typeLines(), 2)}
  }

  # Copies made by "precompress" go first; the rest is compressed on its way out.
  gzip_static on;
  # brotli_static on;  # needs ngx_brotli (Debian: libnginx-mod-http-brotli-static)
  gzip on;
  gzip_vary on;
  gzip_types ${textTypes().join(' ')};

${indent(choices.map((choice) => toAddHeader(choice, site)).join('\n'))}

  absolute_redirect off;
  if ($request_uri ~ "^([^?]*/)index\\.html(?:\\?|$)") {
    return 308 $1$is_args$args;
  }
${indent(redirectLines(site))}
  location ${basePath} {
    alias ${FOLDER}/;
    index index.html;
    error_page 404 ${basePath}404.html;
  }
  location ~ /_(?:headers|redirects)$ {
    return 404;
  }
}
`;
}

const plainListen = 'listen 80;\nlisten [::]:80;';

function secureListen(site: HostedSite): string {
  const folder = `/etc/letsencrypt/live/${hostName(site)}`;
  return [
    'listen 443 ssl http2;',
    'listen [::]:443 ssl http2;',
    `ssl_certificate ${folder}/fullchain.pem;`,
    `ssl_certificate_key ${folder}/privkey.pem;`,
  ].join('\n');
}

function secureRedirect(site: HostedSite): string {
  return `server {
  listen 80;
  listen [::]:80;
  server_name ${hostName(site)};
  return 308 https://$host$request_uri;
}`;
}

function varies({ cases, name }: HeaderChoice): boolean {
  return cases.length > 0 || name === notFoundCaching[0];
}

/** Includes the site, because variables are shared by all sites of a server. */
function variable({ name }: HeaderChoice, site: HostedSite): string {
  const words = `${hostName(site)} ${site.basePath} ${name}`.toLowerCase();
  return `$${words.replace(/[^a-z\d]+/gu, '_')}`;
}

function toMap(choice: HeaderChoice, site: HostedSite): string {
  const { name, otherwise = '', cases } = choice;
  const [caching, uncached] = notFoundCaching;
  const lines = [
    `default "${otherwise}";`,
    ...(name === caching ? [`"~^404 " "${uncached}";`] : []),
    ...cases.map(({ source, value }) => `"~${source.replace(/^\^/u, '^[0-9]+ ')}" "${value}";`),
  ];
  return `map "$status $uri" ${variable(choice, site)} {\n${indent(lines.join('\n'))}\n}`;
}

function toAddHeader(choice: HeaderChoice, site: HostedSite): string {
  const value = varies(choice) ? variable(choice, site) : `"${choice.otherwise}"`;
  return `add_header ${choice.name} ${value} always;`;
}

/** nginx compares decoded paths; a dollar sign begins a variable. */
function redirectLines(site: HostedSite): string {
  const { basePath } = site;
  const lines = siteRedirects(site, { maxLength: 4000, special: /%(?:[01]\w|7f|22|5c)/iu }).map(
    ({ from, to }) =>
      `location = "${decodeURIComponent(from)}" { return 301 "${to.replaceAll('$', '%24')}$is_args$args"; }`,
  );
  const folder =
    basePath === '/' ? [] : [`location = ${basePath.slice(0, -1)} { return 308 ${basePath}; }`];
  return [...folder, ...lines].map((line) => `${line}\n`).join('');
}

function typeLines(): string {
  const byType = Map.groupBy(Object.entries(contentTypes), ([, type]) => type);
  return [...byType]
    .map(
      ([type, endings]) => `${type} ${endings.map(([ending]) => ending.slice(1)).join(' ')};`,
    )
    .join('\n');
}

/** Without HTML, which nginx adds itself; it warns about a duplicate type. */
function textTypes(): string[] {
  const types = new Set(Object.values(contentTypes).filter(isText));
  types.delete(contentType('x.html').split(';')[0] ?? '');
  return [...types];
}

function indent(text: string, depth = 1): string {
  return text.replace(/^(?=.)/gmu, '  '.repeat(depth));
}
