import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runMeasured, startMeasured } from './run-measured.ts';

const node = (script: string) => ({
  file: process.execPath,
  args: ['-e', script],
  cwd: '.',
  env: {},
});

test('a command that fails is an error with its output', async () => {
  const failing = runMeasured(
    node('console.log("half done"); console.error("no paper"); process.exit(3)'),
  );
  await assert.rejects(failing, (error: Error) => {
    for (const part of ['ended with 3', 'half done', 'no paper'])
      assert.ok(error.message.includes(part), part);
    return true;
  });
});

test('a missing command is an error', async () => {
  await assert.rejects(runMeasured({ ...node(''), file: 'no-such-command' }), /ENOENT/u);
});

/** A script that starts another one. */
const starting = (script: string, rest: string) =>
  `const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(script)}], { stdio: 'inherit' }); ${rest}`;

test('counts the memory of processes that a command starts', {
  skip: process.platform !== 'linux',
}, async () => {
  // The parent waits long enough for the benchmark to sample several times.
  const child = 'const full = Buffer.alloc(200e6, 1); setTimeout(() => full, 1500)';
  const { peakBytes } = await runMeasured(node(starting(child, '')));
  assert.ok(peakBytes !== undefined && peakBytes > 200e6, `peak of ${peakBytes} bytes`);
});

test('counts the CPU time of processes that a command starts, ended or not', {
  skip: process.platform !== 'linux',
}, async () => {
  const busy = 'let used; do used = process.cpuUsage(); while (used.user + used.system < 6e5);';
  const waiting = await runMeasured(node(starting(busy, '')));
  assert.ok((waiting.cpuSeconds ?? 0) > 0.5, `waited for: ${waiting.cpuSeconds} s`);
  // The parent ends before the child.
  const leaving = await runMeasured(
    node(starting(`${busy} setTimeout(() => 0, 500)`, 'setTimeout(() => child.unref(), 10)')),
  );
  assert.ok((leaving.cpuSeconds ?? 0) > 0.5, `not waited for: ${leaving.cpuSeconds} s`);
});

test('a running command returns its cost so far, and is stopped with all its processes', {
  skip: process.platform !== 'linux',
}, async () => {
  const running = startMeasured(node(starting('setInterval(() => 0, 1000)', '')));
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setInterval(() => {
    const { cpuSeconds = 0, peakBytes = 0, seconds } = running.cost();
    if (cpuSeconds > 0 && peakBytes > 20e6 && seconds > 0) resolve();
  }, 20);
  await promise;
  clearInterval(timer);
  // Standard output stays open until both have ended.
  await running.stop();
  await assert.rejects(running.ended, /SIGTERM/u);
});
