import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, type TestContext, test } from 'node:test';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { buildInto } from '../output/build-into.ts';
import { serveFolder } from './serve-folder.ts';

const FILES = {
  'index.html': '<h1>Front</h1>',
  '2026/bridge/index.html': '<h1>Bridge</h1>',
  '404.html': 'not here',
  'ko/404.html': '없습니다',
  'ko/index.html': '<h1>한국어</h1>',
  'ko/서울/index.html': '<h1>서울</h1>',
  'feed.xml': '<rss/>',
  'feed.json': '{}',
  'data.json': '{}',
  'style.css': 'a{}',
  'long.txt': 'word '.repeat(1000),
  'digits.bin': '0123456789',
  'list/only.txt': '',
  _headers: [
    '/*',
    '  X-All: yes',
    '  X-Two: one',
    '/style.css',
    '  Cache-Control: immutable',
    '  X-Two: two',
    '  ! X-All',
    '/2026/:slug/',
    '  Link: </:slug.md>; rel=alternate',
  ].join('\n'),
  _redirects: [
    '/old/ /2026/bridge/ 301',
    '/old-news/ /2026/bridge/ 301',
    '/blog/* /2026/:splat 308',
    '/y/:year/ /:year/?from=y 302',
    '/alias.html /2026/bridge/ 200',
    '/feed.json /elsewhere 301',
    '/feed.xml /forced 301!',
    '/alt /한국/ 302',
  ].join('\n'),
};

describe('a served folder', () => {
  const answers = [
    { path: '/', status: 200, type: 'text/html; charset=utf-8', body: '<h1>Front</h1>' },
    { path: '/2026/bridge/', status: 200, body: '<h1>Bridge</h1>' },
    { path: '/2026/bridge', status: 308, to: '/2026/bridge/' },
    { path: '/2026/bridge?q=1', status: 308, to: '/2026/bridge/?q=1' },
    { path: '/?q=1', status: 200, body: '<h1>Front</h1>' },
    { path: '/ko/%EC%84%9C%EC%9A%B8', status: 308, to: '/ko/%EC%84%9C%EC%9A%B8/' },
    { path: '/ko/%EC%84%9C%EC%9A%B8/', status: 200, body: '<h1>서울</h1>' },
    { path: '/data.json', status: 200, type: 'application/json; charset=utf-8' },
    { path: '/feed.json', status: 301, to: '/elsewhere' },
    { path: '/index.html', status: 308, to: '/' },
    { path: '/ko/index.html?q=1', status: 308, to: '/ko/?q=1' },
    { path: '/old-news/', status: 301, to: '/2026/bridge/' },
    { path: '/digits.bin', status: 200, type: 'application/octet-stream' },
    { path: '/nothing/', status: 404, type: 'text/html; charset=utf-8', body: 'not here' },
    { path: '/ko/nothing/at/all', status: 404, body: '없습니다' },
    { path: '/feed.json/', status: 404 },
    { path: '/list/', status: 404 },
    { path: '/list', status: 404 },
    { path: '/_headers', status: 404 },
    { path: '/_redirects', status: 404 },
    { path: '/%5Fheaders', status: 404 },
    { path: '/../secret.txt', status: 404 },
    { path: '/%2e%2e/secret.txt', status: 404 },
    { path: '/..%2fsecret.txt', status: 404 },
    { path: '/..%5csecret.txt', status: 404 },
    { path: '/link/secret.txt', status: 404 },
    { path: '//evil.example/', status: 404 },
    { path: '//2026/bridge', status: 404 },
    { path: '/%', status: 404 },
    { path: '/%00', status: 404 },
    { path: '/old/', status: 301, to: '/2026/bridge/' },
    { path: '/old', status: 404 },
    { path: '/blog/a/b?x=1', status: 308, to: '/2026/a/b?x=1' },
    { path: '/y/2026/?x=1', status: 302, to: '/2026/?from=y' },
    { path: '/alias.html', status: 200, body: '<h1>Bridge</h1>' },
    { path: '/feed.xml', status: 301, to: '/forced' },
    { path: '/alt', status: 302, to: '/%ED%95%9C%EA%B5%AD/' },
  ];
  for (const { path, status, type, body, to } of answers) {
    test(`answers ${path} with ${status}${to ? ` to ${to}` : ''}`, async (t) => {
      const get = await serveFiles(t);
      const answer = await get(path);
      assert.equal(answer.status, status);
      assert.equal(answer.headers.location, to);
      if (type !== undefined) assert.equal(answer.headers['content-type'], type);
      if (body !== undefined) assert.equal(answer.body, body);
    });
  }

  test('applies _headers: replaces defaults, joins, removes and fills values', async (t) => {
    const get = await serveFiles(t);
    const style = (await get('/style.css')).headers;
    assert.equal(style['cache-control'], 'immutable');
    assert.equal(style['x-two'], 'one, two');
    assert.equal(style['x-all'], undefined);
    const page = (await get('/2026/bridge/')).headers;
    assert.equal(page['x-all'], 'yes');
    assert.equal(page['link'], '</bridge.md>; rel=alternate');
    assert.equal(page['cache-control'], 'public, max-age=0, must-revalidate');
    const nothing = (await get('/nothing/')).headers;
    assert.deepEqual([nothing['x-all'], nothing['cache-control']], ['yes', 'no-store']);
  });

  test('answers HEAD like GET without the body, and no other method', async (t) => {
    const get = await serveFiles(t);
    const head = await get('/style.css', {}, 'HEAD');
    assert.deepEqual([head.status, head.headers['content-length'], head.body], [200, '3', '']);
    const post = await get('/', {}, 'POST');
    assert.deepEqual([post.status, post.headers.allow], [405, 'GET, HEAD']);
  });

  test('answers 304 for the same version, by tag or by date', async (t) => {
    const get = await serveFiles(t);
    const { etag = '', 'last-modified': modified = '' } = (await get('/style.css')).headers;
    const known: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-none-match': `"other", W/${etag}` },
      { 'if-none-match': '*' },
      { 'if-modified-since': modified },
    ];
    for (const headers of known) assert.equal((await get('/style.css', headers)).status, 304);
    const other = { 'if-none-match': '"other"', 'if-modified-since': modified };
    assert.equal((await get('/style.css', other)).status, 200);
  });

  const ranges = [
    { range: 'bytes=2-4', status: 206, body: '234', part: 'bytes 2-4/10' },
    { range: 'bytes=7-', status: 206, body: '789', part: 'bytes 7-9/10' },
    { range: 'bytes=-2', status: 206, body: '89', part: 'bytes 8-9/10' },
    { range: 'bytes=0-99', status: 206, body: '0123456789', part: 'bytes 0-9/10' },
    { range: 'bytes=10-', status: 416, body: '', part: 'bytes */10' },
    { range: 'bytes=1-2,4-5', status: 200, body: '0123456789' },
    { range: 'bytes=4-2', status: 200, body: '0123456789' },
  ];
  for (const { range, status, body, part } of ranges) {
    test(`answers ${range} of ten bytes with ${status}`, async (t) => {
      const get = await serveFiles(t);
      const answer = await get('/digits.bin', { range });
      assert.deepEqual([answer.status, answer.body], [status, body]);
      assert.equal(answer.headers['content-range'], part);
    });
  }

  test('sends the whole file if the range is for another version', async (t) => {
    const get = await serveFiles(t);
    const headers = { range: 'bytes=2-4', 'if-range': '"other"' };
    assert.equal((await get('/digits.bin', headers)).status, 200);
  });

  test('compresses text if the client accepts it', async (t) => {
    const get = await serveFiles(t);
    for (const encoding of ['br', 'gzip']) {
      const answer = await get('/long.txt', { 'accept-encoding': encoding });
      assert.equal(answer.headers['content-encoding'], encoding);
      assert.ok(answer.bytes < 500);
      const { etag = '' } = answer.headers;
      assert.equal((await get('/long.txt', { 'if-none-match': etag })).status, 304);
    }
    const plain = await get('/long.txt', { 'accept-encoding': 'br;q=0' });
    assert.deepEqual([plain.headers['content-encoding'], plain.bytes], [undefined, 5000]);
    assert.equal(plain.headers.vary, 'accept-encoding');
  });

  test('is served below its base path', async (t) => {
    const get = await serveFiles(t, '/news/');
    assert.equal((await get('/news/')).body, '<h1>Front</h1>');
    assert.equal((await get('/news')).headers.location, '/news/');
    assert.equal((await get('/news/2026/bridge')).headers.location, '/news/2026/bridge/');
    assert.equal((await get('/news/style.css')).headers['cache-control'], 'immutable');
    assert.equal((await get('/news/ko/x')).body, '없습니다');
    assert.equal((await get('/')).status, 404);
    assert.equal((await get('/newsreel/')).status, 404);
  });

  test('serves a new build at once', async (t) => {
    const folder = join(await temporaryFolder(t), 'dist');
    const build = (text: string) =>
      buildInto(folder, (dir) => writeFile(join(dir, 'index.html'), text));
    await build('old');
    const { address, close } = await serveFolder(folder);
    t.after(close);
    assert.equal(await (await fetch(address)).text(), 'old');
    await build('new');
    assert.equal(await (await fetch(address)).text(), 'new');
  });

  test('uses the next port if it may, and otherwise reports the port', async (t) => {
    const folder = await fillFolder(t);
    const first = await serveFolder(folder);
    t.after(first.close);
    const port = Number(new URL(first.address).port);
    await assert.rejects(serveFolder(folder, { port }), /Port \d+ is in use: .*PORT/u);
    const second = await serveFolder(folder, { port, alternatives: 20 });
    t.after(second.close);
    assert.ok(Number(new URL(second.address).port) > port);
    assert.equal((await fetch(second.address)).status, 200);
  });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly bytes: number;
}

/** Sends a request without a client that normalizes paths or decompresses bodies. */
async function serveFiles(t: TestContext, basePath = '/') {
  const { address, close } = await serveFolder(await fillFolder(t), { basePath });
  t.after(close);
  const { hostname, port } = new URL(address);
  return (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Answer>((done, fail) => {
      const asking = request({ hostname, port, path, method, headers }, async (response) => {
        const all = await buffer(response);
        const { statusCode: status } = response;
        done({ status, headers: response.headers, body: all.toString(), bytes: all.length });
      });
      asking.on('error', fail).end();
    });
}

async function fillFolder(t: TestContext): Promise<string> {
  const parent = await temporaryFolder(t);
  const folder = join(parent, 'dist');
  await writeFile(join(parent, 'secret.txt'), 'secret');
  for (const [name, text] of Object.entries(FILES)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  await symlink(parent, join(folder, 'link'));
  return folder;
}
