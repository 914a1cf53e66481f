import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runMeasured } from './run-measured.ts';

const node = (script: string) => ({
  file: process.execPath,
  args: ['-e', script],
  cwd: '.',
  env: {},
});

test('a command that fails is an error with what it printed', async () => {
  const failing = runMeasured(
    node('console.log("half done"); console.error("no paper"); process.exit(3)'),
  );
  await assert.rejects(failing, (error: Error) => {
    for (const part of ['ended with 3', 'half done', 'no paper'])
      assert.ok(error.message.includes(part), part);
    return true;
  });
});

test('a command that is not there is an error', async () => {
  await assert.rejects(runMeasured({ ...node(''), file: 'no-such-command' }), /ENOENT/u);
});

test('memory of the processes that a command starts is counted', {
  skip: process.platform !== 'linux',
}, async () => {
  // The parent waits until the benchmark has had many occasions to look.
  const child = `const full = Buffer.alloc(200e6, 1); setTimeout(() => full, 1500)`;
  const { peakBytes } = await runMeasured(
    node(
      `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(child)}])`,
    ),
  );
  assert.ok(peakBytes !== undefined && peakBytes > 200e6, `peak of ${peakBytes} bytes`);
});
