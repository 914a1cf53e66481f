import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { BuiltSite } from '../test-site.ts';
import { createAsk } from './ask.ts';

const IMMUTABLE = 'public, max-age=31536000, immutable';
const REVALIDATE = 'public, max-age=0, must-revalidate';

const page = { 'content-type': 'text/html; charset=utf-8', 'cache-control': REVALIDATE };
const bridge = '/2026/05/20/bridge/';

interface Expected {
  readonly path: string;
  readonly status: number;
  /** The target of a redirect. */
  readonly to?: string;
  readonly headers?: Readonly<Record<string, string | RegExp | undefined>>;
}

/** What every host answers. */
const answers: readonly Expected[] = [
  { path: '/', status: 200, headers: page },
  { path: bridge, status: 200, headers: page },
  { path: `/ko${bridge}`, status: 200, headers: page },
  { path: '/2026/05/20/bridge', status: 308, to: bridge },
  { path: '/ko', status: 308, to: '/ko/' },
  { path: `${bridge}index.html`, status: 308, to: bridge },
  { path: '/index.html', status: 308, to: '/' },
  { path: '/old/address/', status: 301, to: bridge },
  { path: '/Old/Case/', status: 301, to: bridge },
  { path: '/%EC%98%9B-%EC%A3%BC%EC%86%8C/', status: 301, to: bridge },
  { path: '/old.html', status: 301, to: bridge },
  { path: '/%EB%8B%A4%EB%A6%AC/', status: 301, to: bridge },
  { path: '/a;b$c%7Bd%7De%25/', status: 301, to: bridge },
  { path: '/sw.js', status: 200, headers: { 'cache-control': 'no-cache', ...corp(true) } },
  {
    path: '/manifest.webmanifest',
    status: 200,
    headers: { 'content-type': /^application\/manifest\+json/u, ...corp(false) },
  },
  { path: '/favicon.svg', status: 200, headers: { 'content-type': /^image\/svg\+xml/u } },
  { path: '/nothing/here/', status: 404, headers: { ...page, 'cache-control': 'no-store' } },
  { path: '/assets/nothing.js', status: 404, headers: { 'cache-control': 'no-store' } },
  { path: '/hosting.json', status: 404 },
];

/** Headers of every answer with content. */
const always: Readonly<Record<string, string | RegExp>> = {
  'content-security-policy': /^default-src 'none'; /u,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': /camera=\(\)/u,
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'strict-transport-security': 'max-age=63072000',
};

/** Requests every kind of address from a host, and every file of the site. */
export async function testAnswers(
  t: TestContext,
  origin: string,
  site: BuiltSite,
): Promise<void> {
  const ask = createAsk(origin);
  const files = await site.list();
  const asset = (ending: string) =>
    files.find((file) => file.startsWith('assets/') && file.endsWith(ending));
  const assets: Expected[] = [
    {
      path: `/${asset('.js')}`,
      status: 200,
      headers: { 'cache-control': IMMUTABLE, ...corp(true) },
    },
    {
      path: `/${asset('.png')}`,
      status: 200,
      headers: { 'cache-control': IMMUTABLE, 'content-type': 'image/png', ...corp(false) },
    },
    {
      path: `/${asset('.woff2')}`,
      status: 200,
      headers: { 'cache-control': IMMUTABLE, 'content-type': 'font/woff2' },
    },
    {
      path: `/${files.find((file) => /^assets\/tables\.\w+\.css$/u.test(file))}`,
      status: 200,
      headers: { 'cache-control': IMMUTABLE, 'content-type': /^text\/css/u },
    },
    {
      path: `/${asset('.csv')}`,
      status: 200,
      headers: { 'cache-control': IMMUTABLE, 'content-type': /^text\/csv/u },
    },
  ];
  for (const { path, status, to, headers = {} } of [...answers, ...assets]) {
    await t.test(`answers ${path} with ${status}${to ? ` to ${to}` : ''}`, async () => {
      const answer = await ask(path);
      const { location } = answer.headers;
      const target = location === undefined ? undefined : new URL(location, origin);
      // nginx cannot use another code for a folder without its slash.
      const code = answer.status === 301 && status === 308 ? 308 : answer.status;
      assert.equal(code, status);
      assert.equal(target && decodeURI(target.pathname), to);
      if (target) assert.equal(target.origin, origin);
      const wanted = to === undefined ? { ...always, ...headers } : headers;
      for (const [name, value] of Object.entries(wanted))
        assertHeader(answer.headers[name], value, name);
    });
  }

  await t.test('does not serve its configuration', async () => {
    for (const path of ['/_headers', '/_redirects'])
      assert.notEqual((await ask(path)).status, 200, path);
  });

  await t.test('serves every page and file, with each header once', async () => {
    const shown = files.filter((file) => !/^_(?:headers|redirects)$|\.(?:br|gz)$/u.test(file));
    for (const file of shown) {
      const path = `/${file.split('/').map(encodeURIComponent).join('/')}`.replace(
        /(?:^|\/)index\.html$/u,
        '/',
      );
      const { status, headers, body } = await ask(path);
      if (/^(?:404\.html|old|Old|옛|다리|a;b)/u.test(file)) continue;
      assert.equal(status, 200, path);
      assert.ok(body.length > 0, path);
      assert.doesNotMatch(headers['cache-control'] ?? '', /,.*max-age.*max-age/u, path);
      assert.doesNotMatch(
        headers['content-security-policy'] ?? '',
        /default-src.*default-src/u,
        path,
      );
      assert.equal(headers['x-content-type-options'], 'nosniff', path);
    }
  });
}

/** Scripts are only for the site's own pages; other files may be embedded elsewhere. */
function corp(isScript: boolean) {
  return { 'cross-origin-resource-policy': isScript ? 'same-origin' : undefined };
}

function assertHeader(value: string | undefined, wanted: unknown, name: string): void {
  if (wanted instanceof RegExp) assert.match(value ?? '', wanted, name);
  else assert.equal(value, wanted, name);
}
