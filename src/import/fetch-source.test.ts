import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { after, test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { fetchPicture, fetchSource } from './fetch-source.ts';

const servers: Server[] = [];
after(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** Starts a local server. Unless `robots` is set, it has no robots.txt. */
async function serve(listener: RequestListener, robots = false): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt' && !robots) response.writeHead(404).end();
    else listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const open = { allowPrivate: true };
const page = '<!doctype html><p>Words</p>';
const html = { 'content-type': 'text/html; charset=EUC-KR' };

test('fetches a page with its type and URL, and sends a user agent', async () => {
  let agent: string | undefined;
  const origin = await serve((request, response) => {
    agent = request.headers['user-agent'];
    response.writeHead(200, html).end(page);
  });
  const file = await fetchSource(`${origin}/a#part`, open);
  assert.equal(Buffer.from(file.bytes).toString(), page);
  assert.equal(file.contentType, html['content-type']);
  assert.equal(file.url, `${origin}/a`);
  assert.match(agent ?? '', /^Dateline\b/u);
});

const compressions: readonly [name: string, compress: (text: Buffer) => Buffer][] = [
  ['gzip', (text) => gzipSync(text)],
  ['deflate', (text) => deflateSync(text)],
  ['br', (text) => brotliCompressSync(text)],
];

for (const [encoding, compress] of compressions) {
  test(`reads a page compressed with ${encoding}, refuses a bomb`, async () => {
    const bomb = compress(Buffer.alloc(12_000_000));
    const origin = await serve((request, response) => {
      response.writeHead(200, { ...html, 'content-encoding': encoding });
      response.end(request.url === '/bomb' ? bomb : compress(Buffer.from(page)));
    });
    const file = await fetchSource(`${origin}/`, open);
    assert.equal(Buffer.from(file.bytes).toString(), page);
    await assert.rejects(fetchSource(`${origin}/bomb`, open), /longer than 10 MB/u);
  });
}

test('stops reading an endless response at the limit', async () => {
  const origin = await serve((_request, response) => {
    const write = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(500_000))) {}
      if (!response.destroyed) response.once('drain', write);
    };
    write();
  });
  await assert.rejects(fetchSource(origin, open), /longer than 10 MB/u);
});

test('refuses repeated and unknown compression', async () => {
  const origin = await serve((request, response) => {
    const encoding = request.url === '/twice' ? 'gzip, gzip' : 'zstd';
    response.writeHead(200, { 'content-encoding': encoding }).end('x');
  });
  await assert.rejects(fetchSource(`${origin}/twice`, open), /compressed 2 times/u);
  await assert.rejects(fetchSource(`${origin}/odd`, open), /compressed as zstd/u);
});

const statuses: readonly [status: number, says: RegExp][] = [
  [404, /HTTP 404: not found/u],
  [410, /HTTP 410: gone/u],
  [403, /HTTP 403: access denied/u],
  [429, /429: too many requests.*Retry-After: 120/u],
  [503, /HTTP 503: server error.*Retry-After: 120/u],
  [204, /HTTP 204: no content/u],
];

for (const [status, says] of statuses) {
  test(`refuses HTTP ${status} with its reason`, async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(status, { 'retry-after': '120' }).end();
    });
    await assert.rejects(fetchSource(origin, open), says);
  });
}

test('follows five redirects but not six', async () => {
  const origin = await serve((request, response) => {
    const step = Number(request.url?.slice(1));
    if (step === 0) response.writeHead(200, html).end(page);
    else response.writeHead(302, { location: `/${step - 1}` }).end();
  });
  assert.equal((await fetchSource(`${origin}/5`, open)).url, `${origin}/0`);
  await assert.rejects(fetchSource(`${origin}/6`, open), /more than 5 redirects/u);
});

test('refuses a redirect to anything but a web page', async () => {
  const origin = await serve((request, response) => {
    const location =
      request.url === '/file' ? 'file:///etc/passwd' : 'http://user:word@127.0.0.1/';
    response.writeHead(302, { location }).end();
  });
  await assert.rejects(fetchSource(`${origin}/file`, open), /file: is not fetched/u);
  await assert.rejects(fetchSource(`${origin}/name`, open), /user name or a password/u);
});

test('fetches robots.txt once and obeys it', async () => {
  let asked = 0;
  const origin = await serve((request, response) => {
    if (request.url === '/robots.txt') {
      asked++;
      response.end(
        'User-agent: *\nDisallow: /closed/\n\nUser-agent: Dateline\nDisallow: /ours/',
      );
    } else response.writeHead(200, html).end(page);
  }, true);
  await fetchSource(`${origin}/a`, open);
  await fetchSource(`${origin}/closed/b`, open);
  await assert.rejects(fetchSource(`${origin}/ours/c`, open), /robots\.txt disallows/u);
  assert.equal(asked, 1);
});

test('refuses all pages of a site whose robots.txt fails', async () => {
  const origin = await serve((request, response) => {
    response.writeHead(request.url === '/robots.txt' ? 500 : 200).end(page);
  }, true);
  await assert.rejects(fetchSource(`${origin}/a`, open), /robots\.txt: HTTP 500/u);
});

const refused: readonly [address: string, says: RegExp][] = [
  ['ftp://example.com/a', /ftp: is not fetched/u],
  ['file:///etc/passwd', /file: is not fetched/u],
  ['javascript:alert(1)', /javascript: is not fetched/u],
  ['https://user@example.com/', /user name or a password/u],
  ['not an address', /is not a valid URL/u],
  ['http://127.0.0.1/', /private network/u],
  ['http://0x7f.1/', /private network/u],
  ['http://2130706433/', /private network/u],
  ['http://0177.0.0.1/', /private network/u],
  ['http://１２７.0.0.1/', /private network/u],
  ['http://[::1]/', /private network/u],
  ['http://[::ffff:127.0.0.1]/', /private network/u],
  ['http://[64:ff9b::7f00:1]/', /private network/u],
  ['http://0/', /private network/u],
  ['http://localhost/', /private network/u],
  ['http://localhost./', /private network/u],
  ['http://LOCALHOST:80/', /private network/u],
  ['http://a.localhost/', /private network/u],
  ['http://printer.local/', /private network/u],
  ['http://metadata.google.internal/', /private network/u],
  ['http://127.1/', /private network/u],
  ['http://127.0.0.1./', /private network/u],
  ['http://169.254.169.254/latest/meta-data/', /private network/u],
  ['http://[fd00:ec2::254]/', /private network/u],
  ['http://[::ffff:a9fe:a9fe]/', /private network/u],
  ['http://[fe80::1]/', /private network/u],
];

for (const [address, says] of refused) {
  test(`refuses ${address} before any request`, async () => {
    await assert.rejects(fetchSource(address, { allowPrivate: false }), says);
  });
}

test('checks the address of a host name when connecting', async () => {
  let asked = 0;
  const origin = await serve((_request, response) => {
    asked++;
    response.end(page);
  });
  const { port } = new URL(origin);
  const looked: string[] = [];
  const lookup: LookupFunction = (hostname, _options, callback) => {
    looked.push(hostname);
    callback(null, [{ address: '127.0.0.1', family: 4 }]);
  };
  const address = `http://rebound.example:${port}/`;
  await assert.rejects(
    fetchSource(address, { allowPrivate: false, lookup }),
    /rebound\.example is an address of a private network; allow it with --allow-private/u,
  );
  assert.equal(asked, 0);
  const file = await fetchSource(address, { allowPrivate: true, lookup });
  assert.equal(Buffer.from(file.bytes).toString(), page);
  assert.deepEqual([...new Set(looked)], ['rebound.example']);
});

test('fetches the bytes of a picture, refuses a page instead of it', async () => {
  const origin = await serve((request, response) => {
    const isPicture = request.url === '/a.png';
    response.writeHead(200, { 'content-type': isPicture ? 'image/png' : 'text/html' });
    response.end(Buffer.from([1, 2, 3]));
  });
  assert.deepEqual([...(await fetchPicture(`${origin}/a.png`, open))], [1, 2, 3]);
  await assert.rejects(fetchPicture(`${origin}/b.png`, open), /instead of a picture/u);
});
