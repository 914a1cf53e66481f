import { createHash } from 'node:crypto';
import { link, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from '../system/cache/make-folder.mjs';
import { processIdentity, startOf } from './process-identity.mjs';

const HEARTBEAT_MS = 3000;
const SILENCE_MS = 30_000;
const POLL_MS = 150;

/**
 * Takes the lock whose file is `path`, waiting as long as a living process holds it.
 * Plain JavaScript, because the set-up needs it before there is a Node that reads types.
 *
 * A killed process leaves its file behind. The lock is free when that process has ended, or another
 * one has its number now (by the start time). A holder on another machine or in another container
 * cannot be seen: its lock is free when the file was not touched for 30 seconds of our own watching,
 * so that clocks need not agree.
 *
 * @param {string} path
 * @param {{ wait?: boolean, onWait?: (holder: string) => void }} [options] `wait: false` gives
 *   up at once; `onWait` is called once, with words for who holds it
 * @returns {Promise<(() => Promise<void>) | undefined>} releases it; undefined: held, not waited
 */
export async function holdLock(path, { wait = true, onWait } = {}) {
  const mine = JSON.stringify({ ...processIdentity(), token: crypto.randomUUID() });
  await makeFolder(dirname(resolve(path)));
  const watch = createWatch();
  let isReported = false;
  while (!(await isCreated(path, mine))) {
    const held = await readLock(path);
    if (held === undefined) continue;
    if (watch.isAbandoned(path, held)) {
      if (!(await isTakenAway(path, held.text, watch))) await sleep(POLL_MS);
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
 * Runs `work` while it holds the lock.
 * @template T
 * @param {string} path
 * @param {string | ((holder: string) => void)} onWait see `holdLock`, or what a holder is doing
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
 * Writes the file with all of its text in one step, so that no one reads half of it.
 * @param {string} path @param {string} text
 */
async function isCreated(path, text) {
  const draft = `${path}.${crypto.randomUUID()}`;
  try {
    await writeFile(draft, text);
    await link(draft, path).catch((error) => {
      // File systems without hard links, such as exFAT.
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
    // Killed between making the file and writing into it, or caught in between.
    return undefined;
  }
}

/** @typedef {ReturnType<typeof createWatch>} Watch */

function createWatch() {
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
      const start = startOf(held.holder.pid);
      if (start === undefined) return true;
      // Without start times: another process with that number does not touch the file.
      return start === '' ? watched > SILENCE_MS : start !== held.holder.start;
    },
  };
}

/**
 * Several processes may wait for the same dead lock, and a slow one may act when the file is already
 * a living one. So only the holder of the guard, whose name is a hash of the dead lock, may remove it,
 * and reads it again first. A guard whose own holder died is removed in the same way.
 *
 * @param {string} path @param {string} dead @param {Watch} watch
 * @returns {Promise<boolean>} false: another process is removing it
 */
async function isTakenAway(path, dead, watch) {
  const guard = `${path}.${createHash('sha256').update(dead).digest('hex').slice(0, 16)}`;
  if (!(await isCreated(guard, JSON.stringify(processIdentity())))) {
    const held = await readLock(guard);
    if (held === undefined) return false;
    return watch.isAbandoned(guard, held) && (await isTakenAway(guard, held.text, watch));
  }
  if ((await readLock(path))?.text === dead) await rm(path, { force: true });
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
