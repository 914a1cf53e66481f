import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { choosePort } from './listen.ts';

test('rejects a chosen port that is in use, in one line', async (t) => {
  const taken = createServer().listen(0, 'localhost');
  t.after(() => taken.close());
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  await assert.rejects(choosePort({ port, portGiven: true, host: 'localhost' }), {
    name: 'HostingError',
    message: `Port ${port} is in use: stop the program that uses it, or set PORT to another port`,
  });
  const said = t.mock.method(console, 'log', () => undefined);
  const chosen = await choosePort({ port, portGiven: false, host: 'localhost' });
  assert.ok(chosen > port && chosen <= port + 20, `${chosen}`);
  assert.deepEqual(said.mock.calls[0]?.arguments, [`Port ${port} is in use.`]);
});

test('chooses a free port for port 0', async () => {
  assert.ok((await choosePort({ port: 0, portGiven: true, host: 'localhost' })) > 0);
});
