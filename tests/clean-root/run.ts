import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDebianPackages } from '../../src/commands/test-programs.mjs';
import { createRoot, missingPrograms, runInRoot } from './root-folder.ts';

/**
 * Runs the project on a machine without anything installed by hand: a new Debian with Node, npm
 * and the DejaVu fonts, and a checkout of the last commit. Runs `npm test`, then `npm test`
 * again on one slow core, which it shares with a busy process. Part of `npm run test:long`;
 * needs Linux, root and `debootstrap`.  *   node tests/clean-root/run.ts [--keep] [--once] [--
 * a command instead of npm test]
 */
const arguments_ = process.argv.slice(2);
const dashes = arguments_.indexOf('--');
const command = dashes === -1 ? ['npm', 'test'] : arguments_.slice(dashes + 1);
const options = dashes === -1 ? arguments_ : arguments_.slice(0, dashes);
const project = fileURLToPath(new URL('../../', import.meta.url));

if (missingPrograms().includes('debootstrap')) installDebianPackages(['debootstrap']);
const missing = missingPrograms();
if (missing.length > 0) {
  console.log(`clean root: skipped, this machine has no ${missing.join(', no ')}`);
  process.exit(process.env['CI'] === 'true' ? 1 : 0);
}

const folder = mkdtempSync(join(tmpdir(), 'dateline-root-'));
let code = 1;
try {
  createRoot(folder, project);
  code = runInRoot(folder, command);
  if (code === 0 && !options.includes('--once')) {
    console.log('clean root: again, on one slow core');
    code = runInRoot(folder, command, { slow: true });
  }
} finally {
  if (options.includes('--keep')) console.log(`clean root: kept in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}
process.exit(code);
