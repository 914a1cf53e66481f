#!/usr/bin/env node
// The program of the package. Plain JavaScript that imports nothing before it has checked the version,
// so that an old Node can say so.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20) refuse();
else start();

function refuse() {
  console.error(
    `Dateline needs Node 22.12 or newer; this is Node ${process.versions.node}. ` +
      'Install a current Node, then run the command again.',
  );
  process.exitCode = 1;
}

async function start() {
  const { existsSync } = await import('node:fs');
  // A clone has the modules themselves, and in the package they are bundled.
  const modules = new URL('../src/commands/dateline.ts', import.meta.url);
  if (!existsSync(modules)) {
    if (major > 22 || (major === 22 && minor >= 12)) await import('../lib/commands/dateline.mjs');
    else refuse();
  } else if (Reflect.get(process.features, 'typescript')) await import(modules.href);
  else await runInOwnNode();
}

/** A clone has a Node of its own that strips types. */
async function runInOwnNode() {
  const { spawn } = await import('node:child_process');
  const { fileURLToPath } = await import('node:url');
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const node = fileURLToPath(new URL(`../node_modules/node/bin/${name}`, import.meta.url));
  const program = fileURLToPath(import.meta.url);
  const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  // The terminal sends signals to both, and the child ends in its own way. Other programs send them to one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(/** @type {NodeJS.Signals} */ (signal)));
  child.on('error', refuse);
  child.on('close', (code, signal) => {
    process.exitCode = code ?? 1;
    if (signal === null) return;
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
