import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import type { HostedSite } from '../../security/hosted-site.ts';
import { type HostFileName, hostFiles } from './host-files.ts';
import { toCloudfrontFunction } from './to-cloudfront.ts';
import { toHeadersFile, toRedirectsFile } from './to-rule-files.ts';

const site: HostedSite = {
  basePath: '/',
  siteUrl: 'https://news.example',
  policy: "default-src 'none'",
  hsts: false,
  precompress: [],
  lowerCase: true,
  redirects: [
    { from: '/old/', to: '/2026/bridge/' },
    { from: '/%EC%98%9B/', to: '/ko/2026/bridge/' },
  ],
};
const below: HostedSite = { ...site, basePath: '/news/' };

describe('the function for CloudFront', () => {
  const ask = (of: HostedSite, uri: string, querystring: object = {}) => {
    const code = `${toCloudfrontFunction(of)}\nhandler(${JSON.stringify({ request: { uri, querystring } })});`;
    const result = runInNewContext(code);
    return result.uri ?? `${result.statusCode} ${result.headers.location.value}`;
  };
  for (const [uri, answer] of [
    ['/', '/index.html'],
    ['/2026/bridge/', '/2026/bridge/index.html'],
    ['/2026/bridge', '308 /2026/bridge/'],
    ['/2026/bridge/index.html', '308 /2026/bridge/'],
    ['/assets/a.B.js', '/assets/a.B.js'],
    ['/old/', '301 /2026/bridge/'],
    ['/%EC%98%9B/', '301 /ko/2026/bridge/'],
    ['/2026/Bridge/', '301 /2026/bridge/'],
    ['/ko/%EC%84%9C/', '/ko/%EC%84%9C/index.html'],
    ['//evil.example/x', '308 /evil.example/x/'],
    ['//evil.example/index.html', '308 /evil.example/'],
    ['/constructor', '308 /constructor/'],
  ] as const)
    test(`answers ${uri} with ${answer}`, () => assert.equal(ask(site, uri), answer));

  test('keeps the query', () => {
    assert.equal(
      ask(site, '/a', { q: { value: 'x%20y' }, r: { value: '1' } }),
      '308 /a/?q=x%20y&r=1',
    );
  });

  test('applies the base path', () => {
    assert.equal(ask(below, '/news/2026/'), '/2026/index.html');
    assert.equal(ask(below, '/news'), '308 /news/');
    assert.equal(ask(below, '/news/old/'), '301 /news/2026/bridge/');
  });

  test('keeps case if addresses may have upper case', () => {
    assert.equal(ask({ ...site, lowerCase: false }, '/A/'), '/A/index.html');
  });

  test('stays below the limit of CloudFront', () => {
    const redirects = Array.from({ length: 3000 }, (_, n) => ({
      from: `/old-${n}/`,
      to: `/${n}/`,
    }));
    assert.ok(toCloudfrontFunction({ ...site, redirects }).length < 10_240);
  });
});

describe('rules for Cloudflare', () => {
  const redirectsOf = (paths: readonly string[]) =>
    toRedirectsFile({ ...site, redirects: paths.map((from) => ({ from, to: '/x/' })) }, '/')
      .split('\n')
      .filter((line) => line.startsWith('/'));

  test('stay below the limits of the host', () => {
    assert.equal(redirectsOf(Array.from({ length: 2500 }, (_, n) => `/${n}/`)).length, 2000);
    assert.deepEqual(redirectsOf([`/${'a'.repeat(1000)}/`, '/b/']), ['/b/ /x/ 301']);
  });

  test('leave out addresses with special characters', () => {
    assert.deepEqual(redirectsOf(['/a:b/', '/a*/', '/c/']), ['/c/ /x/ 301']);
  });

  test('have addresses relative to their folder', () => {
    assert.match(toHeadersFile(below, '/'), /^\/assets\/\*$/mu);
    assert.match(toHeadersFile(below, '/news/'), /^\/news\/assets\/\*$/mu);
    assert.match(toRedirectsFile(below, '/'), /^\/old\/ \/news\/2026\/bridge\/ 301$/mu);
    assert.match(
      toRedirectsFile(below, '/news/'),
      /^\/news\/old\/ \/news\/2026\/bridge\/ 301$/mu,
    );
  });
});

describe('no old address breaks out of its place', () => {
  const hostile = [
    '";return/',
    "';x/",
    'a$b/',
    '{x}/',
    '\n}/',
    '\\/',
    '%/',
    'a b/',
    '<x>/',
    '*/',
  ];
  const redirects = hostile.map((path) => ({
    from: `/${encodeURIComponent(path)}`,
    to: '/x/',
  }));
  // How a line with an old address must look; undefined: the file has no such lines.
  const places: Readonly<Record<HostFileName, RegExp | undefined>> = {
    headers: undefined,
    nginx: /^ {2}location = "[^"\\\p{Cc}]*" \{ return 301 "\/x\/\$is_args\$args"; \}$/u,
    caddy: /^\t\t(?:@r\d+ path "[^"\\\p{Cc}{}]*"|redir @r\d+ "\/x\/" 301)$/u,
    apache: /^ {4}RewriteRule "\^(?:[^"\\\p{Cc}]|\\[^"\p{Cc}])*\$" "\/x\/" \[R=301,L,NE\]$/u,
    htaccess: /^RewriteRule "\^(?:[^"\\\p{Cc}]|\\[^"\p{Cc}])*\$" "\/x\/" \[R=301,L,NE\]$/u,
    redirects: /^\/[^\s"*:]* \/x\/ 301$/u,
    vercel: undefined,
    'cloudfront-function': undefined,
    'cloudfront-headers': undefined,
    'github-pages': undefined,
    nojekyll: undefined,
  };
  for (const [name, place] of Object.entries(places)) {
    if (place === undefined) continue;
    test(`in the file for ${name}`, () => {
      const { format } = hostFiles[name as HostFileName];
      const plain = new Set(format({ ...site, redirects: [] }).split('\n'));
      const lines = format({ ...site, redirects })
        .split('\n')
        .filter((line) => !plain.has(line));
      assert.ok(lines.length >= 5, `${lines.length}`);
      for (const line of lines) assert.match(line, place);
    });
  }

  test('in JSON', () => {
    const { redirects: rules } = JSON.parse(hostFiles.vercel.format({ ...site, redirects }));
    assert.ok(rules.length > 5);
  });
});

test('sends Strict-Transport-Security only if it is turned on', () => {
  for (const [name, { format }] of Object.entries(hostFiles)) {
    if (['redirects', 'cloudfront-function', 'github-pages', 'nojekyll'].includes(name))
      continue;
    const says = /Strict-?Transport-?Security/u;
    assert.doesNotMatch(format(site), says, name);
    assert.match(format({ ...site, hsts: true }), says, name);
  }
});
