import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The browser that was found and tried before, if its file still stands there. A person's
 * CHROME_PATH or CHROMIUM_PATH goes before: with one that names another file, nothing is
 * remembered.
 * @param {string} root the project's folder
 * @returns {string | undefined} path of the program
 */
export function rememberedBrowser(root) {
  const path = readPath(join(root, MEMORY));
  const asked = askedBrowser();
  if (asked !== undefined && asked !== path) return undefined;
  return path !== undefined && existsSync(path) ? path : undefined;
}

/** @param {string} root @param {string} path */
export function rememberBrowser(root, path) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, MEMORY), `${JSON.stringify({ path })}\n`);
}

/** The browser that the environment asks for. @returns {string | undefined} */
export function askedBrowser() {
  return process.env['CHROME_PATH'] || process.env['CHROMIUM_PATH'] || undefined;
}

const MEMORY = '.cache/browser.json';

/** @param {string} path @returns {string | undefined} */
function readPath(path) {
  try {
    const known = JSON.parse(readFileSync(path, 'utf8')).path;
    return typeof known === 'string' ? known : undefined;
  } catch {
    return undefined;
  }
}
