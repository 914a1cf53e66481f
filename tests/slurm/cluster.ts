import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { findSlurm, maySlurmRun } from '../../src/commands/test-programs.mjs';
import { freePort } from '../hosting/free-port.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { projectRoot } from '../test-site.ts';

/** A Slurm of one node with two CPUs. All that it writes, its ports and its key are its own. */
export interface Cluster {
  /** The environment of `sbatch` and the others. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Runs one of Slurm's programs, and returns what it prints. */
  readonly call: (program: string, ...args: string[]) => string;
  /** Task, stage and state of each job that is not ended. */
  readonly queue: () => Task[];
  /** Waits until no job runs or waits; `each` is called every 100 ms with the queue. */
  readonly idle: (seconds: number, each?: (queue: Task[]) => void) => Promise<void>;
}

export interface Task {
  /** For `scancel`: `12_3` is task 3 of the array 12. */
  readonly id: string;
  readonly job: string;
  readonly task: string;
  readonly name: string;
  readonly state: string;
}

/** Starts a cluster, which ends with the test; undefined, with the test skipped, where there is no Slurm. */
export async function startCluster(t: TestContext): Promise<Cluster | undefined> {
  const slurm = findSlurm(projectRoot);
  if (slurm === undefined || !maySlurmRun()) {
    assert.ok(process.env['CI'] !== 'true' || !maySlurmRun(), 'slurm is not installed');
    t.skip(maySlurmRun() ? 'slurm is not installed' : 'only root can run a cluster of Slurm');
    return undefined;
  }
  // Before the folder is removed: what is registered first runs first.
  let config: string | undefined;
  t.after(() => config && endAll(config));
  const folder = await temporaryFolder(t);
  // munge wants a socket that every user reaches.
  await chmod(folder, 0o755);
  for (const name of ['run', 'state', 'spool', 'log']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'run/munge.key'), randomBytes(1024), { mode: 0o400 });
  config = join(folder, 'slurm.conf');
  const ports = [await freePort(), await freePort()] as const;
  await writeFile(config, formatConfig(folder, slurm.plugins, ports));
  const env = {
    ...process.env,
    PATH: [...slurm.programs, process.env['PATH']].join(delimiter),
    LD_LIBRARY_PATH: slurm.libraries.join(delimiter),
    SLURM_CONF: config,
  };
  const start = (program: string, ...args: string[]): ChildProcess =>
    spawn(program, args, { env, cwd: folder, stdio: 'ignore' });
  const find = (name: string) =>
    slurm.programs.map((place) => join(place, name)).find(existsSync) ?? name;
  const socket = join(folder, 'run/munge.socket');
  start(
    find('munged'),
    ...['--foreground', '--num-threads=10', `--socket=${socket}`],
    `--key-file=${join(folder, 'run/munge.key')}`,
    `--pid-file=${join(folder, 'run/munged.pid')}`,
    `--log-file=${join(folder, 'log/munged.log')}`,
    `--seed-file=${join(folder, 'run/munge.seed')}`,
  );
  await until(() => existsSync(socket), 10, 'munged does not start');
  start(find('slurmctld-wlm'), '-D', '-f', config);
  start(find('slurmd-wlm'), '-D', '-f', config, '-d', find('slurmstepd-wlm'), '-N', node);
  const run = (program: string, ...args: string[]) =>
    spawnSync(find(program), args, { env, cwd: folder, encoding: 'utf8' });
  await until(
    () => run('sinfo', '-h', '-o', '%T').stdout.trim() === 'idle',
    30,
    () =>
      readdirSync(join(folder, 'log'))
        .map((name) => readFileSync(join(folder, 'log', name), 'utf8').slice(-2000))
        .join('\n'),
  );
  const call = (program: string, ...args: string[]) => {
    const { status, stdout, stderr } = run(program, ...args);
    assert.equal(status, 0, `${program} ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const queue = () =>
    call('squeue', '--noheader', '--array', '--format=%F %K %j %T')
      .split('\n')
      .filter(Boolean)
      .map((line): Task => {
        const [job = '', task = '', name = '', state = ''] = line.split(' ');
        return { id: task === 'N/A' ? job : `${job}_${task}`, job, task, name, state };
      });
  return {
    env,
    call,
    queue,
    idle: async (seconds, each) => {
      let last: Task[] = [];
      const isIdle = () => {
        last = queue();
        each?.(last);
        return last.length === 0;
      };
      await until(isIdle, seconds, () => `still in the queue: ${JSON.stringify(last)}`);
    },
  };
}

const node = hostname().split('.')[0] ?? 'node';

/** Without cgroups and systemd, so that it runs in a container as well. */
function formatConfig(
  folder: string,
  plugins: string,
  [ctld, slurmd]: readonly [number, number],
): string {
  return `ClusterName=test
SlurmctldHost=${node}(127.0.0.1)
SlurmctldPort=${ctld}
SlurmdPort=${slurmd}
SlurmUser=root
SlurmdUser=root
PluginDir=${plugins}
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=${folder}/run/munge.socket,cred_expire=5
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SwitchType=switch/none
MailProg=/bin/true
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/backfill
SchedulerParameters=bf_interval=1,batch_sched_delay=1,sched_interval=1,sched_min_interval=0,default_queue_depth=1000
ReturnToService=2
KillWait=2
MinJobAge=3600
SlurmctldPidFile=${folder}/run/slurmctld.pid
SlurmdPidFile=${folder}/run/slurmd.pid
SlurmdSpoolDir=${folder}/spool
StateSaveLocation=${folder}/state
SlurmctldLogFile=${folder}/log/slurmctld.log
SlurmdLogFile=${folder}/log/slurmd.log
SlurmdParameters=config_overrides
NodeName=${node} NodeAddr=127.0.0.1 CPUs=2 RealMemory=64000 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;
}

async function until(
  isDone: () => boolean,
  seconds: number,
  problem: string | (() => string),
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!isDone()) {
    if (performance.now() > end)
      assert.fail(`${seconds} s: ${typeof problem === 'string' ? problem : problem()}`);
    await sleep(100);
  }
}

/**
 * Ends all processes of a cluster, and waits for their end: its programs, and the jobs that they started.
 * They are those that have its file of settings in their environment.
 */
async function endAll(config: string): Promise<void> {
  const mark = `SLURM_CONF=${config}`;
  const own = () =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/u.test(name) && Number(name) !== process.pid)
      .filter((pid) => {
        try {
          return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(mark);
        } catch {
          return false;
        }
      });
  for (let round = 0; round < 50 && own().length > 0; round += 1) {
    for (const pid of own())
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {
        // It has ended meanwhile.
      }
    await sleep(100);
  }
}
