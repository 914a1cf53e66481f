import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How tests start a browser: alone, without a window, and without calls to its maker. */
export const BROWSER_FLAGS = [
  '--headless',
  // Root, and containers, have no sandbox to offer; the tests load our own pages only.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a browser on an empty page. Undefined when it printed that page, else why it does not
 * do.
 * @param {string} path of the program
 * @returns {Promise<string | undefined>}
 */
export async function browserProblem(path) {
  const profile = await mkdtemp(join(tmpdir(), 'dateline-browser-'));
  const args = [...BROWSER_FLAGS, `--user-data-dir=${profile}`, '--dump-dom', 'about:blank'];
  try {
    const { error, stdout, stderr } = await run(path, args);
    if (stdout.includes('<html')) return undefined;
    const reason = lastLine(stderr) ?? error?.message.split('\n')[0] ?? 'printed no page';
    return `does not start (${reason})`;
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {string} path @param {string[]} args
 * @returns {Promise<{ error: Error | null, stdout: string, stderr: string }>}
 */
function run(path, args) {
  return new Promise((resolve) => {
    execFile(path, args, { timeout: 60_000, killSignal: 'SIGKILL' }, (error, stdout, stderr) =>
      resolve({ error, stdout, stderr }),
    );
  });
}

/** @param {string} text */
function lastLine(text) {
  return text.trim().split('\n').at(-1)?.trim() || undefined;
}
