import type { HostedSite } from '../../security/hosted-site.ts';
import { notFoundCaching } from '../../security/response-headers.ts';
import { contentTypes, isText } from '../content-type.ts';
import { FOLDER, headerChoices, hostName, siteRedirects } from './site-rules.ts';

/**
 * `.htaccess` for Apache 2.4, for hosts where only the folder of the site can be changed. Needs
 * mod_headers, mod_rewrite, mod_mime and mod_dir.
 */
export function toHtaccess(site: HostedSite): string {
  return `# Made by the build: to be put into the site's folder as .htaccess\n${rules(site)}`;
}

/** A virtual host for Apache 2.4. Redirects upper case to lower case, which .htaccess cannot. */
export function toApacheConfig(site: HostedSite): string {
  const { basePath } = site;
  const base = basePath.slice(0, -1);
  const alias = base === '' ? `DocumentRoot ${FOLDER}` : `Alias ${base} ${FOLDER}`;
  return `# Made by the build. Put your host name and folder instead of these.
<VirtualHost *:80>
  ServerName ${hostName(site)}
  ${alias}
  <Directory ${FOLDER}>
    Require all granted
    Options -Indexes -MultiViews
    AllowOverride None
${rules(site).replace(/^(?=.)/gmu, '    ')}  </Directory>
${site.lowerCase ? lowerCase(basePath) : ''}</VirtualHost>
`;
}

function rules(site: HostedSite): string {
  const { basePath } = site;
  const [caching, uncached] = notFoundCaching;
  const all = [
    'DirectoryIndex index.html',
    'DirectorySlash On',
    `ErrorDocument 404 ${basePath}404.html`,
    'AddDefaultCharset utf-8',
    ...Object.entries(contentTypes).map(([ending, type]) => `AddType ${type} ${ending}`),
    ...Object.entries(contentTypes)
      .filter(([, type]) => isText(type))
      .map(([ending]) => `AddCharset utf-8 ${ending}`),
    'RewriteEngine On',
    `RewriteBase ${basePath}`,
    // THE_REQUEST, because Apache finds the page of a folder under this name as well.
    'RewriteCond %{THE_REQUEST} "^[A-Z]+ ([^? ]*/)index\\.html[? ]"',
    'RewriteRule ^ %1 [R=308,L,NE]',
    'RewriteRule ^_(?:headers|redirects)$ - [R=404,L]',
    ...redirectLines(site),
    ...headerChoices(site).flatMap(({ name, otherwise, cases }) => [
      ...(otherwise === undefined ? [] : [`Header always set ${name} "${otherwise}"`]),
      ...cases.map(
        ({ source, value }) =>
          `Header always set ${name} "${value}" "expr=%{REQUEST_URI} =~ m#${source}# && %{REQUEST_STATUS} != 404"`,
      ),
    ]),
    `Header always set ${caching} "${uncached}" "expr=%{REQUEST_STATUS} == 404"`,
  ];
  return all.map((line) => `${line}\n`).join('');
}

/** Apache compares the decoded path below the folder of the site. */
function redirectLines(site: HostedSite): string[] {
  const special = /%(?:[01]\w|7f|22|5c)/iu;
  return siteRedirects(site, { maxLength: 4000, special }).map(({ from, to }) => {
    const path = decodeURIComponent(from.slice(site.basePath.length));
    const literal = path.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
    return `RewriteRule "^${literal}$" "${to.replace(/[$%]/gu, String.raw`\$&`)}" [R=301,L,NE]`;
  });
}

function lowerCase(basePath: string): string {
  return `  RewriteEngine On
  RewriteMap lower int:tolower
  RewriteCond %{REQUEST_URI} "[A-Z]"
  RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI} !-f
  RewriteRule "^${basePath}.*/$" "\${lower:%{REQUEST_URI}}" [R=301,L]
`;
}
