import { type ChildProcess, spawn } from 'node:child_process';
import { explainRclone } from './explain-rclone.ts';
import { rcloneEnvironment, secretsIn } from './rclone-environment.ts';
import { StoreError } from './store-error.ts';

/** What a run of `rclone` moved. */
export interface Moved {
  readonly files: number;
  readonly bytes: number;
}

export interface RcloneOptions {
  /** Its standard input. */
  readonly input?: string;
  /** Seconds without progress after which it is ended; default: 300. */
  readonly stallSeconds?: number;
}

/** Each attempt of a file or list, and of a request. Waiting for a connection and for bytes is bounded too. */
const flags = [
  ...['--config=', '--ask-password=false', '--use-json-log', '--log-level=NOTICE'],
  ...['--stats=2s', '--stats-log-level=NOTICE'],
  ...['--retries=3', '--retries-sleep=2s', '--low-level-retries=5'],
  ...['--contimeout=15s', '--timeout=60s'],
];

/** Children that run, which this process takes with it when it ends. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill();
});

const install =
  'install it (Debian, Ubuntu: apt-get install rclone; macOS: brew install rclone; others: https://rclone.org/install), or use a folder';

/** Earlier versions are not tested; this one is in Debian 12. */
const minVersion = [1, 60] as const;

/** @throws {StoreError} if `rclone` is missing or too old */
export async function checkRclone(): Promise<void> {
  const text = await new Promise<string>((done, reject) => {
    let output = '';
    const child = spawn('rclone', ['version'], { stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part;
    });
    child.on('error', reject).on('close', () => done(output));
  }).catch(() => undefined);
  if (text === undefined)
    throw new StoreError(
      `s3:// needs the program rclone, which is not on the PATH; ${install}`,
    );
  const [, major, minor] = /\bv(\d+)\.(\d+)/u.exec(text)?.map(Number) ?? [];
  if (Number(major) === minVersion[0] && Number(minor) < minVersion[1])
    throw new StoreError(
      `s3:// needs rclone ${minVersion.join('.')} or newer, got ${major}.${minor}; ${install}`,
    );
}

/**
 * Runs `rclone` with the credentials of the environment.
 *
 * @throws {StoreError} with the reason and the cure
 */
export function runRclone(
  args: readonly string[],
  { input = '', stallSeconds = 300 }: RcloneOptions = {},
): Promise<Moved> {
  const secrets = secretsIn(process.env);
  const child = spawn('rclone', [...args, ...flags], {
    env: rcloneEnvironment(process.env),
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  running.add(child);
  const seen = { error: '', progress: '', moved: { files: 0, bytes: 0 } };
  let stalled = false;
  const stop = () => {
    stalled = true;
    child.kill();
    setTimeout(() => child.kill('SIGKILL'), 5000).unref();
  };
  const timer = setTimeout(stop, stallSeconds * 1000);
  readLines(child, (line) => {
    const before = seen.progress;
    readLine(line, seen);
    if (seen.progress !== before) timer.refresh();
  });
  // It may end before it has read everything.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((done, reject) => {
    const end = (code: number | null, signal?: string | null) => {
      clearTimeout(timer);
      running.delete(child);
      if (code === 0) return done(seen.moved);
      const ended = signal ? `rclone was ended by ${signal}` : '';
      const report = seen.error || ended;
      reject(explainRclone(report, secrets, stalled ? stallSeconds : undefined));
    };
    child.on('error', (error) => {
      seen.error ||= error.message;
      end(null);
    });
    child.on('close', end);
  });
}

interface Seen {
  error: string;
  progress: string;
  moved: Moved;
}

/** Reads a line of the log: JSON, except for a failure before the log starts. */
function readLine(line: string, seen: Seen): void {
  if (!line.startsWith('{')) {
    // The last line of a failure repeats its first one.
    if (line.trim() !== '' && seen.error === '') seen.error = line.replace(/^[\d/: ]+/u, '');
    return;
  }
  const { level, msg = '', stats } = JSON.parse(line) as LogLine;
  if (level === 'error' && !/^Attempt \d/u.test(msg)) seen.error = msg;
  if (stats === undefined) return;
  const { bytes, transfers, checks, deletes, transferring } = stats;
  seen.progress = JSON.stringify([bytes, transfers, checks, deletes, transferring?.length]);
  seen.moved = { files: transfers, bytes };
  if (stats.lastError) seen.error = stats.lastError;
}

/** What is read of a line of the log. */
interface LogLine {
  readonly level: string;
  readonly msg?: string;
  readonly stats?: {
    readonly bytes: number;
    readonly transfers: number;
    readonly checks: number;
    readonly deletes: number;
    readonly lastError?: string;
    readonly transferring?: readonly unknown[];
  };
}

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  let rest = '';
  const take = (line: string) => {
    try {
      onLine(line);
    } catch {
      // Not a line of the log.
    }
  };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
  child.stderr?.on('end', () => take(rest));
}
