// Runs before every npm script of a clone and installs the packages if they are missing, with
// `--browser` also the programs that tests run.
// Plain JavaScript without dependencies, because nothing is installed yet. It loads modules that
// need a current Node only after it has checked the version.

import { refusePath } from './refuse-path.mjs';

const refusal = refusePath(process.cwd());
const [major = 0] = process.versions.node.split('.').map(Number);

if (major < 20) {
  console.error(
    `Dateline needs Node 20 or newer to install its packages; this is Node ${process.versions.node}. ` +
      'Install a current Node, then run the command again.',
  );
  process.exitCode = 1;
} else if (refusal !== undefined) {
  console.error(refusal);
  process.exitCode = 1;
} else {
  setUp().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}

async function setUp() {
  const { fileURLToPath } = await import('node:url');
  const { installPackages } = await import('./install-packages.mjs');
  const root = fileURLToPath(new URL('../../', import.meta.url));
  await installPackages(root);
  if (!process.argv.includes('--browser')) return;
  const { installTestPrograms } = await import('./test-programs.mjs');
  await installTestPrograms(root);
}
