import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity, startOf } from './process-identity.mjs';

const HEARTBEAT_MS = 3000;
const SILENCE_MS = 30_000;
const POLL_MS = 150;

/**
 * Takes the lock whose file is `path`, waiting as long as a living process holds it.
 * Plain JavaScript, because the set-up needs it before there is a Node that reads types.
 *
 * A killed process leaves its file behind. It is taken over when its process is gone, or when
 * its number now belongs to another process (told apart by start time). A holder on another
 * machine or in another container cannot be asked: it counts as gone when its file has not
 * been touched for 30 seconds of our own watching, so clocks need not agree.
 *
 * @param {string} path
 * @param {{ wait?: boolean, onWait?: (holder: string) => void }} [options] `wait: false` gives
 *   up at once; `onWait` is called once, with words for who holds it
 * @returns {Promise<(() => Promise<void>) | undefined>} releases it; undefined: held, not waited
 */
export async function holdLock(path, { wait = true, onWait } = {}) {
  const mine = JSON.stringify({ ...processIdentity(), token: crypto.randomUUID() });
  await mkdir(dirname(path), { recursive: true });
  const watch = createWatch();
  let told = false;
  while (!(await isCreated(path, mine))) {
    const held = await readLock(path);
    if (held === undefined) continue;
    if (watch.isAbandoned(held)) {
      await takeAway(path, held.text);
      continue;
    }
    if (!wait) return undefined;
    if (!told) onWait?.(held.holder ? `process ${held.holder.pid}` : 'another process');
    told = true;
    await sleep(POLL_MS);
  }
  return keepAlive(path, mine);
}

/** @param {string} path @param {string} text */
async function isCreated(path, text) {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
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

function createWatch() {
  let seen = '';
  let since = 0;
  return {
    /** @param {Held} held */
    isAbandoned(held) {
      const sign = `${held.touched} ${held.text}`;
      if (sign !== seen) since = performance.now();
      seen = sign;
      const silent = performance.now() - since > SILENCE_MS;
      if (held.holder === undefined) return performance.now() - since > HEARTBEAT_MS;
      if (held.holder.machine !== processIdentity().machine) return silent;
      const start = startOf(held.holder.pid);
      if (start === undefined) return true;
      // Where start times cannot be had, a foreign process with that number keeps no heartbeat.
      return start === '' ? silent : start !== held.holder.start;
    },
  };
}

/**
 * Two waiters may see the same dead lock. The file is moved, then looked at: who moved the
 * other's fresh lock instead puts it back.
 * @param {string} path @param {string} dead
 */
async function takeAway(path, dead) {
  const aside = `${path}.${process.pid}`;
  try {
    if ((await readFile(path, 'utf8')) !== dead) return;
    await rename(path, aside);
    const moved = await readFile(aside, 'utf8');
    if (moved !== dead) await isCreated(path, moved);
    await rm(aside, { force: true });
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
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

/** @param {unknown} error @param {string} code */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
