import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { lastLine, runApt, superuser } from './apt-get.mjs';

/**
 * An nginx for the tests that can do https: one that is installed, or the one that was fetched.
 * @param {string} root the project's folder
 * @returns {string | undefined} its path
 */
export function findNginx(root) {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', fetched(root)];
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, 'nginx'))
    .find((path) => existsSync(path) && works(path));
}

/**
 * Fetches Debian's nginx into `.cache/nginx`. It is unpacked and not installed: an installed one
 * would serve port 80 of the machine from then on.
 * @param {string} root the project's folder
 * @returns {string | undefined} what went wrong
 */
export function fetchNginx(root) {
  if (!existsSync('/usr/bin/apt-get')) return 'nginx: no apt-get to fetch it with';
  const folder = join(root, '.cache/nginx');
  mkdirSync(folder, { recursive: true });
  console.error('Fetching nginx for the tests with apt-get …');
  const download = () => runApt([], ['download', 'nginx'], folder);
  const as = superuser();
  let problem = download();
  // The lists of packages are old, or not there.
  if (problem !== undefined && as !== undefined) problem = runApt(as, ['update']) ?? download();
  if (problem !== undefined) return `apt-get download nginx: ${problem}`;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
    const { status, stderr } = spawnSync('dpkg-deb', ['-x', file, '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) return `dpkg-deb -x ${file}: ${lastLine(stderr)}`;
  }
  return findNginx(root) === undefined ? 'nginx: was fetched, and does not start' : undefined;
}

/** @param {string} root */
function fetched(root) {
  return join(root, '.cache/nginx/usr/sbin');
}

/** @param {string} path */
function works(path) {
  const { status, stderr } = spawnSync(path, ['-V'], { encoding: 'utf8' });
  return status === 0 && stderr.includes('http_ssl_module');
}
