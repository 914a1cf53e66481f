import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** The programs that turn a folder into a Debian root. */
const PROGRAMS = ['debootstrap', 'unshare', 'chroot', 'taskset', 'git', 'npm'];

/** The names of missing programs; includes `root` if the user is not root. */
export function missingPrograms(): string[] {
  const missing = PROGRAMS.filter((name) => findProgram(name) === undefined);
  return process.getuid?.() === 0 ? missing : ['rights of root', ...missing];
}

/**
 * Creates a Debian of this machine's release, with its package sources and certificates, Node
 * and npm, and copies the last commit of the project to `/project`. @throws {Error} if a step
 * fails, with its output
 */
export function createRoot(folder: string, project: string): void {
  const { site, release } = packageSource();
  console.log(`clean root: a Debian ${release} in ${folder}`);
  must('debootstrap', [
    '--variant=minbase',
    '--include=ca-certificates,git',
    release,
    folder,
    site,
  ]);
  for (const path of ['etc/apt/sources.list', 'etc/apt/sources.list.d', 'etc/resolv.conf'])
    copyFromMachine(folder, path);
  for (const path of ['etc/ssl/certs/ca-certificates.crt', 'etc/hosts', 'root/.npmrc'])
    copyFromMachine(folder, path);
  copyNode(folder);
  inRoot(folder, ['sh', '-c', 'apt-get -q update && apt-get install -qy fonts-dejavu-core']);
  mkdirSync(join(folder, 'project'));
  must('sh', [
    '-c',
    `git -C "$1" archive HEAD | tar -x -C "$2"`,
    'sh',
    project,
    join(folder, 'project'),
  ]);
}

/**
 * Runs a command in `/project` of the root and shows its output. `slow`: on one processor that
 * another process keeps busy. @returns its exit code
 */
export function runInRoot(
  folder: string,
  command: readonly string[],
  { slow = false }: { readonly slow?: boolean } = {},
): number {
  const other = slow
    ? spawn('taskset', ['-c', '0', 'sh', '-c', 'while :; do :; done'])
    : undefined;
  try {
    const { status } = inRoot(folder, slow ? ['taskset', '-c', '0', ...command] : command);
    return status ?? 1;
  } finally {
    other?.kill('SIGKILL');
  }
}

function inRoot(folder: string, command: readonly string[]): SpawnSyncReturns<Buffer> {
  // In a mount namespace, so that no mount remains.
  const mounts =
    'mount --rbind /dev "$1/dev" && mount -t proc proc "$1/proc" && mount -t sysfs sys "$1/sys" && mount -t tmpfs tmp "$1/dev/shm"';
  const script = `${mounts} && root=$1 && shift && exec chroot "$root" /usr/bin/env -i ${formatEnvironment()} sh -c 'cd /project 2>/dev/null || cd /; exec "$@"' sh "$@"`;
  return spawnSync(
    'unshare',
    ['--mount', '--propagation', 'private', 'sh', '-c', script, 'sh', folder, ...command],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
}

/** Passes only the variables of this machine that the network needs. */
function formatEnvironment(): string {
  const wanted =
    /^(?:https?_proxy|no_proxy|npm_config_registry|node_extra_ca_certs|ssl_cert_(?:file|dir))$/iu;
  const kept = Object.entries(process.env).filter(([name]) => wanted.test(name));
  const own = [
    ['HOME', '/root'],
    ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ['CI', 'true'],
  ];
  return [...own, ...kept].map(([name, value]) => `${name}='${value}'`).join(' ');
}

/** The Node and npm that started this, not the Node of the project's packages. */
function copyNode(folder: string): void {
  const npm = dirname(dirname(realpathSync(findProgram('npm') ?? 'npm')));
  const node = realpathSync(findProgram('node') ?? 'node');
  mkdirSync(join(folder, 'usr/local/lib/node_modules'), { recursive: true });
  cpSync(npm, join(folder, 'usr/local/lib/node_modules/npm'), { recursive: true });
  cpSync(node, join(folder, 'usr/local/bin/node'));
  for (const name of ['npm', 'npx'])
    must('ln', [
      '-s',
      `../lib/node_modules/npm/bin/${name}-cli.js`,
      join(folder, 'usr/local/bin', name),
    ]);
}

function copyFromMachine(folder: string, path: string): void {
  const source = join('/', path);
  if (!existsSync(source)) return;
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  cpSync(source, join(folder, path), { recursive: true, dereference: true });
}

function packageSource(): { readonly site: string; readonly release: string } {
  const { stdout } = spawnSync('apt-get', ['indextargets', '--format', '$(SITE) $(RELEASE)'], {
    encoding: 'utf8',
  });
  const [site = '', release = ''] = stdout.split('\n')[0]?.split(' ') ?? [];
  if (!site || !release) throw new Error('clean root: apt-get names no package source');
  return { site, release };
}

function findProgram(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const system = folders.filter((folder) => !folder.includes('node_modules'));
  return system.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function must(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return;
  throw new Error(`clean root: ${command} failed: ${error?.message ?? stderr.slice(-2000)}`);
}
