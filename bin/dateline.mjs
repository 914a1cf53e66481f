#!/usr/bin/env node
// The program of the package. Plain JavaScript that imports nothing before it has checked the version,
// so that an old Node can say so.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 12)) start();
else {
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
  await import(existsSync(modules) ? modules.href : '../lib/commands/dateline.mjs');
}
