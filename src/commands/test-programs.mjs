import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withLock } from '../hosting/hold-lock.mjs';
import { hasApt, installDebianPackages, lastLine, runApt, superuser } from './apt-get.mjs';
import { runNpm } from './install-packages.mjs';

/**
 * Installs the hosts on which the tests look at the built site.
 * @param {string} root the project's folder
 * @returns {Promise<string[]>} what went wrong, a line each
 */
export async function installHosts(root) {
  const problems = [
    hasHostingPackages(root) ? undefined : await installHostingPackages(root),
    findNginx(root) === undefined ? fetchNginx(root) : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
}

/**
 * The folder of the programs of hosts and the judges of headers. It has a lockfile of its own: they
 * are large, and only the tests of hosting need them.
 * @param {string} root
 */
export function hostingPackages(root) {
  return join(root, 'tests/hosting/packages');
}

/** Whether they are installed as their lockfile names them. @param {string} root */
export function hasHostingPackages(root) {
  const folder = hostingPackages(root);
  const record = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const versionOf = (/** @type {string} */ file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
      .filter(([path]) =>
        /^node_modules\/(?:wrangler|@mdn\/[^/]+|@netlify\/[^/]+|csp_evaluator)$/u.test(path),
      )
      .map(([path, { version }]) => `${path} ${version}`)
      .join();
  return versionOf(record) === versionOf(join(folder, 'package-lock.json'));
}

/** @param {string} root @returns {Promise<string | undefined>} what went wrong */
async function installHostingPackages(root) {
  const who = 'installing packages';
  return withLock(join(root, '.cache/hosting-packages.lock'), who, async () => {
    if (hasHostingPackages(root)) return undefined;
    console.error('Installing the hosts that the tests run (wrangler and others) …');
    const args = ['ci', '--include=dev', '--prefer-offline'];
    const { status } = await runNpm(args, hostingPackages(root), ['--ignore-scripts=true']);
    return status === 0 ? undefined : 'tests/hosting/packages: npm could not install them';
  });
}

/**
 * An nginx that can do https: one that is installed, or the one that was fetched.
 * @param {string} root
 * @returns {string | undefined} its path
 */
export function findNginx(root) {
  const fetched = join(root, '.cache/nginx/usr/sbin');
  return [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', fetched]
    .filter(Boolean)
    .map((folder) => join(folder, 'nginx'))
    .find((path) => {
      if (!existsSync(path)) return false;
      const { status, stderr } = spawnSync(path, ['-V'], { encoding: 'utf8' });
      return status === 0 && stderr.includes('http_ssl_module');
    });
}

/**
 * Unpacks Debian's nginx into `.cache/nginx` without installing it: it would serve port 80 of the
 * machine from then on.
 * @param {string} root
 * @returns {string | undefined} what went wrong
 */
function fetchNginx(root) {
  if (!hasApt()) return 'nginx: no apt-get to fetch it with';
  const cwd = join(root, '.cache/nginx');
  mkdirSync(cwd, { recursive: true });
  console.error('Fetching nginx for the tests with apt-get …');
  const download = () => runApt([], ['download', 'nginx'], cwd);
  const as = superuser();
  let problem = download();
  // The lists of packages are old or missing.
  if (problem !== undefined && as !== undefined) problem = runApt(as, ['update']) ?? download();
  if (problem !== undefined) return `apt-get download nginx: ${problem}`;
  for (const file of readdirSync(cwd).filter((name) => name.endsWith('.deb'))) {
    const unpack = spawnSync('dpkg-deb', ['-x', file, '.'], { cwd, encoding: 'utf8' });
    if (unpack.status !== 0) return `dpkg-deb -x ${file}: ${lastLine(unpack.stderr)}`;
  }
  return findNginx(root) === undefined ? 'nginx: was fetched, and does not start' : undefined;
}

/**
 * Installs `exiftool`, with which the tests read the metadata of pictures.
 * @returns {string | undefined} what went wrong, with the cure
 */
export function installExiftool() {
  if (hasExiftool()) return undefined;
  const problem = installDebianPackages(['libimage-exiftool-perl'], 'exiftool');
  if (hasExiftool()) return undefined;
  return `${problem ?? 'it does not start'}\nInstall it: https://exiftool.org`;
}

/** Whether `exiftool` can be started. */
export function hasExiftool() {
  return spawnSync('exiftool', ['-ver'], { stdio: 'ignore' }).status === 0;
}
