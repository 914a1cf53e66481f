import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { lookUpLinks } from './look-up-links.ts';

/** A local server, with the requests that it got and the most that were open at one time. */
async function startServer() {
  const asked: string[] = [];
  let open = 0;
  let maxOpen = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    open += 1;
    maxOpen = Math.max(maxOpen, open);
    asked.push(`${request.method} ${path} ${request.headers['user-agent']}`);
    const answer = (status: number, headers: Record<string, string> = {}) =>
      setTimeout(() => {
        open -= 1;
        response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : 'x');
      }, 5);
    if (path === '/robots.txt') {
      setTimeout(() => {
        open -= 1;
        response.end('User-agent: *\nDisallow: /private/');
      }, 5);
    } else if (path === '/no-head') answer(request.method === 'HEAD' ? 405 : 200);
    else if (path === '/gone') answer(410);
    else if (path === '/missing') answer(404);
    else if (path === '/broken') answer(503);
    else if (path === '/busy') answer(429);
    else if (path === '/moved') answer(301, { location: '/here' });
    else if (path === '/for-now') answer(302, { location: '/here' });
    else if (path === '/loop') answer(302, { location: '/loop' });
    else if (path === '/inwards') answer(301, { location: 'file:///etc/passwd' });
    else answer(200);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    maxOpen: () => maxOpen,
  };
}

test('looks up the links of a host one at a time and returns the state of each', async () => {
  const { origin, asked, maxOpen } = await startServer();
  const paths = ['/here', '/no-head', '/gone', '/missing', '/broken', '/moved', '/for-now'];
  const odd = ['/loop', '/inwards', '/private/a'];
  const addresses = [...paths, ...odd].map((path) => origin + path);
  const steps: number[] = [];
  const found = await lookUpLinks([...addresses, `${origin}/here`], {
    pause: 0,
    allowPrivate: true,
    onStep: (done) => steps.push(done),
  });
  const states = addresses.map((address) => {
    const { state, detail } = found.get(address) ?? { state: '', detail: '' };
    return [address.slice(origin.length), state, detail.replace(origin, '')];
  });
  assert.deepEqual(states, [
    ['/here', 'good', '200'],
    ['/no-head', 'good', '200'],
    ['/gone', 'dead', '410'],
    ['/missing', 'dead', '404'],
    ['/broken', 'unknown', '503'],
    ['/moved', 'moved', '/here'],
    ['/for-now', 'good', '200'],
    ['/loop', 'unknown', 'more than 5 redirects'],
    ['/inwards', 'unknown', 'file: is not fetched, only http: and https:'],
    ['/private/a', 'unknown', '/robots.txt disallows this page'],
  ]);
  assert.equal(maxOpen(), 1);
  assert.equal(steps.length, addresses.length);
  assert.ok(asked.includes('HEAD /here Dateline (link check)'));
  assert.ok(!asked.some((one) => one.startsWith('GET /here')));
  assert.ok(!asked.some((one) => one.includes('/private/')));
});

test('stops requests to a server that asks for fewer', async () => {
  const { origin, asked } = await startServer();
  const found = await lookUpLinks([`${origin}/busy`, `${origin}/here`], {
    pause: 0,
    allowPrivate: true,
  });
  assert.equal(found.get(`${origin}/busy`)?.detail, '429');
  assert.match(found.get(`${origin}/here`)?.detail ?? '', /not asked/u);
  assert.ok(!asked.some((one) => one.includes('/here')));
});

test('does not request private addresses; an unknown host name is dead', async () => {
  const { origin, asked } = await startServer();
  const found = await lookUpLinks([`${origin}/here`, 'http://', 'http://nobody.example/'], {
    pause: 0,
    allowPrivate: false,
    lookup: (_name, _options, callback) =>
      callback(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), []),
  });
  assert.match(found.get(`${origin}/here`)?.detail ?? '', /private network/u);
  assert.equal(found.get('http://')?.state, 'unknown');
  assert.deepEqual(found.get('http://nobody.example/'), { state: 'dead', detail: 'ENOTFOUND' });
  assert.deepEqual(asked, []);
});
