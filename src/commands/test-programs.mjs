import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withLock } from '../system/processes/hold-lock.mjs';
import { isInstalled, runNpm } from './install-packages.mjs';
import { chosenBrowser, findBrowser, hasQuickBrowser } from './test-browser.mjs';

/**
 * Installs the programs that tests run: a browser, exiftool, rclone, Slurm, and the hosts on which they
 * serve the built site. It installs Debian packages only as root or with `CI=true`; otherwise it prints the
 * command that installs them, and the tests that need them are skipped.
 *
 * @param {string} root the project folder
 * @throws {Error} with `CI=true`, where a program is missing
 */
export async function installTestPrograms(root) {
  const missing = await withLock(
    join(root, '.cache/set-up.lock'),
    'installing programs for the tests',
    async () =>
      [
        ...installDebianPrograms(),
        findNginx(root) === undefined ? downloadNginx(root) : undefined,
        maySlurmRun() && findSlurm(root) === undefined ? downloadSlurm(root) : undefined,
        hasHostingPackages(root) ? undefined : await installHostingPackages(root),
      ].filter((problem) => problem !== undefined),
  );
  if (missing.length === 0) return;
  const text = `Missing for the tests:\n${missing.map((line) => `  ${line}`).join('\n')}`;
  if (process.env['CI'] === 'true') throw new Error(text);
  console.warn(`${text}\nThe tests that need them are skipped.`);
}

/** Programs with their Debian package, and how to install them elsewhere. */
const debianPrograms = [
  {
    name: 'browser',
    isThere: () => findBrowser() !== undefined,
    // CI gets the quick one even if the machine has another browser.
    isBest: () => process.env['CI'] !== 'true' || !isDebian() || hasQuickBrowser(),
    package: 'chromium-headless-shell',
    elsewhere: 'install Chrome or Chromium, or set CHROME_PATH',
  },
  {
    name: 'exiftool',
    isThere: hasExiftool,
    isBest: hasExiftool,
    package: 'libimage-exiftool-perl',
    elsewhere: 'see https://exiftool.org',
  },
  {
    name: 'rclone',
    isThere: hasRclone,
    isBest: hasRclone,
    package: 'rclone',
    elsewhere: 'see https://rclone.org/install',
  },
];

/** @returns {string[]} what is still missing, a line each, with the fix */
function installDebianPrograms() {
  const isMissing = (/** @type {(typeof debianPrograms)[number]} */ { isThere }) => !isThere();
  const wanted = debianPrograms.filter((program) => isMissing(program) || !program.isBest());
  if (wanted.length === 0) return [];
  const chosen = chosenBrowser();
  if (chosen !== undefined && findBrowser() === undefined)
    return [`browser: CHROME_PATH names ${chosen}, which does not start`];
  if (!existsSync(aptGet))
    return wanted.filter(isMissing).map(({ name, elsewhere }) => `${name}: ${elsewhere}`);
  const problem = installDebianPackages(wanted.map((program) => program.package));
  return wanted
    .filter(isMissing)
    .map(
      ({ name, elsewhere }) =>
        `${name}: ${problem ? `${problem}; or ${elsewhere}` : 'is installed, but does not start'}`,
    );
}

/** Ubuntu has apt-get too, but no package of the headless shell. */
function isDebian() {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID=debian$/mu.test(readFileSync(file, 'utf8'));
}

const aptGet = '/usr/bin/apt-get';

/**
 * Installs packages of Debian or Ubuntu.
 * @param {string[]} names
 * @returns {string | undefined} why not; for a user who may not install packages, the command to run
 */
export function installDebianPackages(names) {
  const prefix = superuser();
  if (prefix === undefined) return `run "sudo apt-get install ${names.join(' ')}"`;
  console.error(`Installing ${names.join(', ')} with apt-get; this may take a minute …`);
  const install = ['install', '-y', '--no-install-recommends', ...names];
  const problem = runApt(prefix, ['update']) ?? runApt(prefix, install);
  return problem && `apt-get install ${names.join(' ')}: ${problem}`;
}

/** What goes before a command to run it as root; undefined where nobody has allowed that. */
function superuser() {
  if (process.getuid?.() === 0) return [];
  return process.env['CI'] === 'true' ? ['sudo', '-n'] : undefined;
}

/**
 * @param {string[]} prefix see `superuser` @param {string[]} args @param {string} [cwd]
 * @returns {string | undefined} what failed
 */
function runApt(prefix, args, cwd) {
  // `env`, because sudo clears the environment. It waits while another apt is running.
  const settings = ['env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C.UTF-8'];
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
  const [command = '', ...rest] = [...prefix, ...settings, aptGet, ...options, ...args];
  const { status, stderr, error } = spawnSync(command, rest, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status === 0) return undefined;
  return stderr?.trim().split('\n').at(-1) || (error?.message ?? `exit code ${status}`);
}

/** Whether `exiftool`, with which tests read the metadata of pictures, can be started. */
export function hasExiftool() {
  return spawnSync('exiftool', ['-ver'], { stdio: 'ignore' }).status === 0;
}

/** Whether `rclone`, through which a build reads and writes a bucket, can be started. */
export function hasRclone() {
  return spawnSync('rclone', ['version'], { stdio: 'ignore' }).status === 0;
}

/**
 * An nginx with TLS: an installed one, or the downloaded one.
 * @param {string} root
 * @returns {string | undefined} its path
 */
export function findNginx(root) {
  const downloaded = join(root, '.cache/nginx/usr/sbin');
  return [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', downloaded]
    .filter(Boolean)
    .map((folder) => join(folder, 'nginx'))
    .find((path) => {
      if (!existsSync(path)) return false;
      const { status, stderr } = spawnSync(path, ['-V'], { encoding: 'utf8' });
      return status === 0 && stderr.includes('http_ssl_module');
    });
}

/**
 * Unpacks Debian's nginx into `.cache/nginx`. Installed, it would serve port 80 of this machine.
 * @param {string} root
 * @returns {string | undefined} what failed
 */
function downloadNginx(root) {
  if (!existsSync(aptGet)) return 'nginx: see https://nginx.org';
  const cwd = join(root, '.cache/nginx');
  mkdirSync(cwd, { recursive: true });
  console.error('Downloading nginx for the tests with apt-get …');
  const download = () => runApt([], ['download', 'nginx'], cwd);
  const prefix = superuser();
  let problem = download();
  // The package lists are outdated or missing.
  if (problem !== undefined && prefix !== undefined)
    problem = runApt(prefix, ['update']) ?? download();
  if (problem !== undefined) return `nginx: apt-get download nginx: ${problem}`;
  for (const file of readdirSync(cwd).filter((name) => name.endsWith('.deb')))
    spawnSync('dpkg-deb', ['-x', file, '.'], { cwd });
  return findNginx(root) === undefined ? 'nginx: is downloaded, but does not start' : undefined;
}

/** Whether this user may run a cluster of Slurm: its jobs are started as their users, so by root. */
export function maySlurmRun() {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/**
 * The folders with the programs and libraries of Slurm and munge: those of the machine, or downloaded ones.
 * @param {string} root
 * @returns {{ programs: string[], libraries: string[], plugins: string } | undefined}
 */
export function findSlurm(root) {
  const places = [join(root, '.cache/slurm'), '/'];
  const programs = places.flatMap((place) => [join(place, 'usr/sbin'), join(place, 'usr/bin')]);
  const libraries = places.flatMap((place) => {
    const folder = join(place, 'usr/lib');
    const names = existsSync(folder) ? readdirSync(folder) : [];
    const found = names.filter((name) => name.endsWith('-linux-gnu'));
    return found.map((name) => join(folder, name));
  });
  const plugins = libraries
    .map((folder) => join(folder, 'slurm-wlm'))
    .find((folder) => existsSync(join(folder, 'auth_munge.so')));
  const isThere = ['slurmctld-wlm', 'slurmd-wlm', 'slurmstepd-wlm', 'sbatch', 'munged'].every(
    (name) => programs.some((folder) => existsSync(join(folder, name))),
  );
  if (!isThere || plugins === undefined) return undefined;
  return { programs, libraries: [...libraries, plugins], plugins };
}

/**
 * Unpacks Debian's Slurm and munge into `.cache/slurm`, with the libraries that this machine lacks.
 * Installed, they would be services of this machine.
 * @param {string} root
 * @returns {string | undefined} what failed
 */
function downloadSlurm(root) {
  if (!existsSync(aptGet)) return 'slurm: see https://slurm.schedmd.com';
  const cwd = join(root, '.cache/slurm');
  const archives = join(cwd, 'archives');
  mkdirSync(join(archives, 'partial'), { recursive: true });
  console.error('Downloading slurm for the tests with apt-get …');
  const names = ['slurmctld', 'slurmd', 'slurm-client', 'munge'];
  const options = ['--download-only', '-y', '--no-install-recommends'];
  const download = () =>
    runApt([], ['install', ...options, '-o', `Dir::Cache::archives=${archives}`, ...names]);
  let problem = download();
  // The package lists are outdated or missing.
  if (problem !== undefined) problem = runApt([], ['update']) ?? download();
  if (problem !== undefined) return `slurm: apt-get install --download-only: ${problem}`;
  for (const file of readdirSync(archives).filter((name) => name.endsWith('.deb')))
    spawnSync('dpkg-deb', ['-x', join(archives, file), cwd]);
  return findSlurm(root) === undefined ? 'slurm: is downloaded, but incomplete' : undefined;
}

/**
 * The folder of the hosts that come from npm (wrangler and others) and of the programs that grade
 * headers. It has its own lockfile: they are large, and only the tests of hosting need them.
 * @param {string} root
 */
export function hostingPackages(root) {
  return join(root, 'tests/hosting/packages');
}

/** Whether they are installed. @param {string} root */
export function hasHostingPackages(root) {
  return isInstalled(hostingPackages(root));
}

/** @param {string} root @returns {Promise<string | undefined>} what failed */
async function installHostingPackages(root) {
  console.error('Installing the hosts that the tests run (wrangler and others) …');
  const args = ['ci', '--include=dev', '--prefer-offline', '--ignore-scripts'];
  const { status, errors } = await runNpm(args, hostingPackages(root));
  if (status === 0) return undefined;
  process.stderr.write(errors);
  return 'tests/hosting/packages: npm could not install them; its messages are above';
}
