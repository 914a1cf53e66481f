import { createHash } from 'node:crypto';
import { link, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from '../cache/make-folder.mjs';
import { processIdentity, startTimeOf } from './process-identity.mjs';

/** How often a holder touches its file. */
const HEARTBEAT_MS = 3000;
/** A lock of another machine is free after this time without a touch. */
const SILENCE_MS = 30_000;
const POLL_MS = 150;

/**
 * Acquires the lock with the file `path`, and waits while a running process holds it.
 * Plain JavaScript, because the set-up needs it before there is a Node that strips types.
 *
 * A killed process leaves its file behind. The lock is free if that process has ended, or if another
 * process has its number now (a different start time). A holder on another machine or in another
 * container is invisible: its lock is free after we have watched the file for 30 seconds without a
 * touch, so that clocks need not agree.
 *
 * @param {string} path
 * @param {{ wait?: boolean, onWait?: (holder: string) => void }} [options] `wait: false` gives up
 *   at once; `onWait` is called once, with a name for the holder
 * @returns {Promise<(() => Promise<void>) | undefined>} releases the lock; undefined if it is held
 */
export async function holdLock(path, { wait = true, onWait } = {}) {
  const mine = JSON.stringify({ ...processIdentity(), token: crypto.randomUUID() });
  await makeFolder(dirname(resolve(path)));
  const watch = watchLocks();
  let isReported = false;
  while (!(await isCreated(path, mine))) {
    const held = await readLock(path);
    if (held === undefined) continue;
    if (watch.isAbandoned(path, held)) {
      if (!(await isRemoved(path, held.text, watch))) await sleep(POLL_MS);
      continue;
    }
    if (!wait) return undefined;
    if (!isReported) onWait?.(held.holder ? `process ${held.holder.pid}` : 'another process');
    isReported = true;
    await sleep(POLL_MS);
  }
  return keepAlive(path, mine);
}

/**
 * Runs `work` while holding the lock.
 * @template T
 * @param {string} path
 * @param {string | ((holder: string) => void)} onWait see `holdLock`, or what the holder is doing
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, onWait, work) {
  const release = await holdLock(path, {
    onWait: (holder) => {
      if (typeof onWait === 'function') onWait(holder);
      else console.error(`Waiting for ${holder}, which is ${onWait} …`);
    },
  });
  try {
    return await work();
  } finally {
    await release?.();
  }
}

/**
 * Creates the file with its text in one step, so that nobody reads half of it.
 * @param {string} path @param {string} text
 */
async function isCreated(path, text) {
  const draft = `${path}.${crypto.randomUUID()}`;
  try {
    await writeFile(draft, text);
    await link(draft, path).catch((error) => {
      // The file system has no hard links (exFAT).
      if (!isCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error;
      return writeFile(path, text, { flag: 'wx' });
    });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * @typedef {import('./process-identity.mjs').ProcessIdentity} ProcessIdentity
 * @typedef {{ text: string, touched: number, holder: ProcessIdentity | undefined }} Held
 * @param {string} path
 * @returns {Promise<Held | undefined>}
 */
async function readLock(path) {
  try {
    const text = await readFile(path, 'utf8');
    const touched = (await stat(path)).mtimeMs;
    return { text, touched, holder: parseHolder(text) };
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** @param {string} text @returns {ProcessIdentity | undefined} */
function parseHolder(text) {
  try {
    return JSON.parse(text);
  } catch {
    // The holder was killed, or is, between creating the file and writing it.
    return undefined;
  }
}

/** @typedef {ReturnType<typeof watchLocks>} Watch */

function watchLocks() {
  /** @type {Map<string, { sign: string, since: number }>} */
  const seen = new Map();
  return {
    /** @param {string} path @param {Held} held */
    isAbandoned(path, held) {
      const sign = `${held.touched} ${held.text}`;
      if (seen.get(path)?.sign !== sign) seen.set(path, { sign, since: performance.now() });
      const watched = performance.now() - (seen.get(path)?.since ?? 0);
      if (held.holder === undefined) return watched > HEARTBEAT_MS;
      if (held.holder.machine !== processIdentity().machine) return watched > SILENCE_MS;
      const start = startTimeOf(held.holder.pid);
      if (start === undefined) return true;
      // No start times: another process with that number would not touch the file.
      return start === '' ? watched > SILENCE_MS : start !== held.holder.start;
    },
  };
}

/**
 * Removes an abandoned lock. Several processes may wait for it, and a slow one may act when the file is
 * already a new lock. Therefore only the holder of a guard file, named by a hash of the abandoned
 * lock, removes the lock, after reading it again. A guard whose holder ended is removed the same way.
 *
 * @param {string} path @param {string} abandoned @param {Watch} watch
 * @returns {Promise<boolean>} false: another process is removing it
 */
async function isRemoved(path, abandoned, watch) {
  const guard = `${path}.${createHash('sha256').update(abandoned).digest('hex').slice(0, 16)}`;
  if (!(await isCreated(guard, JSON.stringify(processIdentity())))) {
    const held = await readLock(guard);
    if (held === undefined) return false;
    return watch.isAbandoned(guard, held) && (await isRemoved(guard, held.text, watch));
  }
  if ((await readLock(path))?.text === abandoned) await rm(path, { force: true });
  await rm(guard, { force: true });
  return true;
}

/** @param {string} path @param {string} mine */
function keepAlive(path, mine) {
  const timer = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, HEARTBEAT_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    if ((await readLock(path))?.text === mine) await rm(path, { force: true });
  };
}

/** @param {unknown} error @param {string[]} codes */
function isCode(error, ...codes) {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
