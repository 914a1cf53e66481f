import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { choosePort } from './listen.ts';

test('a port that was asked for is refused where it is in use, in one line', async (t) => {
  const taken = createServer().listen(0, 'localhost');
  t.after(() => taken.close());
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  await assert.rejects(choosePort({ port, portGiven: true, host: 'localhost' }), {
    name: 'HostingError',
    message: `Port ${port} is in use: stop what uses it, or set PORT to another one`,
  });
  const said = t.mock.method(console, 'log', () => undefined);
  const chosen = await choosePort({ port, portGiven: false, host: 'localhost' });
  assert.ok(chosen > port && chosen <= port + 20, `${chosen}`);
  assert.deepEqual(said.mock.calls[0]?.arguments, [`Port ${port} is in use.`]);
});

test('port 0 is any free one', async () => {
  assert.ok((await choosePort({ port: 0, portGiven: true, host: 'localhost' })) > 0);
});
