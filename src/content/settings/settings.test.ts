import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOrigin, parseSettings, type Settings } from './settings.ts';

const clock = 1_767_700_000_000;

test('uses defaults without variables', () => {
  const defaults = {
    contentDir: 'content',
    outDir: 'dist',
    basePath: '/',
    port: 4321,
    host: 'localhost',
    portGiven: false,
    now: clock,
    skipInvalid: false,
    allowEmpty: false,
    cacheDir: '.cache',
    cacheLimit: 2_000_000_000,
  };
  assert.deepEqual(parseSettings({}, clock), { settings: defaults, problems: [] });
  const empty = { CONTENT_DIR: '', PORT: '', SITE_URL: '', NOW: '', STORE: '' };
  assert.deepEqual(parseSettings(empty, clock), { settings: defaults, problems: [] });
});

const read: readonly [name: string, text: string, expected: Partial<Settings>][] = [
  ['CONTENT_DIR', '/srv/articles', { contentDir: '/srv/articles' }],
  ['OUT_DIR', '../out', { outDir: '../out' }],
  ['CACHE_DIR', '/tmp/cache', { cacheDir: '/tmp/cache' }],
  ['CACHE_LIMIT', '500MB', { cacheLimit: 500_000_000 }],
  ['CACHE_LIMIT', ' 1.5 gb', { cacheLimit: 1_500_000_000 }],
  ['CACHE_LIMIT', '30kB', { cacheLimit: 30_000 }],
  ['CACHE_LIMIT', '2000000', { cacheLimit: 2_000_000 }],
  ['STORE', 's3://bucket/path', { store: 's3://bucket/path' }],
  ['SITE_URL', 'https://news.example/', { siteUrl: 'https://news.example' }],
  ['BASE_PATH', 'news', { basePath: '/news/' }],
  ['BASE_PATH', '/a/b', { basePath: '/a/b/' }],
  ['BASE_PATH', '//', { basePath: '/' }],
  ['BASE_PATH', '/신문/', { basePath: '/신문/' }],
  ['PORT', '0', { port: 0, portGiven: true }],
  ['PORT', '65535', { port: 65_535, portGiven: true }],
  ['NOW', '2026-01-06T12:00:00Z', { now: Date.UTC(2026, 0, 6, 12) }],
  ['NOW', '2026-01-06T12:00+09:00', { now: Date.UTC(2026, 0, 6, 3) }],
  ['NOW', '2026-01-06', { now: Date.UTC(2026, 0, 6) }],
  ['SKIP_INVALID', '1', { skipInvalid: true }],
  ['SKIP_INVALID', 'true', { skipInvalid: true }],
  ['SKIP_INVALID', '0', { skipInvalid: false }],
];

for (const [name, text, expected] of read) {
  test(`${name}=${text} is read`, () => {
    const { settings, problems } = parseSettings({ [name]: text }, clock);
    assert.deepEqual(problems, []);
    assert.deepEqual({ ...settings, ...expected }, settings);
  });
}

const refused: readonly [name: string, text: string][] = [
  ['SITE_URL', 'news.example'],
  ['SITE_URL', 'https://news.example/path'],
  ['SITE_URL', 'ftp://news.example'],
  ['BASE_PATH', '/../up/'],
  ['BASE_PATH', '/a b/'],
  ['BASE_PATH', '/a?b/'],
  ['CACHE_LIMIT', '0'],
  ['CACHE_LIMIT', '0GB'],
  ['CACHE_LIMIT', '-1GB'],
  ['CACHE_LIMIT', '2 apples'],
  ['CACHE_LIMIT', 'GB'],
  ['CACHE_LIMIT', '1e9'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['NOW', '2026-01-06T12:00:00'],
  ['NOW', 'yesterday'],
  ['NOW', '2026-13-06'],
  ['SKIP_INVALID', 'yes'],
];

for (const [name, text] of refused) {
  test(`${name}=${text} is a problem and gets the default`, () => {
    const { settings, problems } = parseSettings({ [name]: text }, clock);
    assert.equal(problems.length, 1);
    assert.ok(problems[0]?.startsWith(`${name}: expected `));
    assert.ok(problems[0]?.endsWith(`, got ${JSON.stringify(text)}`));
    const { portGiven: _, ...values } = settings;
    const { portGiven: __, ...defaults } = parseSettings({}, clock).settings;
    assert.deepEqual(values, defaults);
  });
}

test('reports every wrong variable at once', () => {
  assert.equal(parseSettings({ PORT: 'x', NOW: 'x', SITE_URL: 'x' }, clock).problems.length, 3);
});

test('an origin is only scheme, host and port', () => {
  const origins: readonly [string, string | undefined][] = [
    ['https://news.example', 'https://news.example'],
    ['HTTP://News.Example:8080/', 'http://news.example:8080'],
    ['https://user@news.example', undefined],
    ['https://news.example/?a', undefined],
    ['https://news.example/#a', undefined],
    ['news', undefined],
    ['https://:word@news.example', undefined],
    ['https://뉴스.example', 'https://xn--vg1b002a.example'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
    ['https://my_news.example.', 'https://my_news.example.'],
    ...[
      ';script-src',
      ',b',
      "'b",
      '"b',
      '{b}',
      '$b',
      '`b',
      '*',
      '(b)',
      '&b',
      '=b',
      '+',
      '!',
      '..b',
    ].map((signs): [string, undefined] => [`https://a${signs}.example`, undefined]),
  ];
  for (const [text, origin] of origins) assert.equal(parseOrigin(text), origin, text);
});
