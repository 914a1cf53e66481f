import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Sees to it that everything a command needs is there; quick when it is.
 *
 * @param {{ browser: boolean }} wanted `browser`: one for the tests too, and what else they need
 *   of the system. Going without is an
 *   error only where `CI=true`; elsewhere the tests that need one are skipped.
 * @throws {Error} with the cure, when something cannot be had
 */
export async function makeReady({ browser }) {
  const { isInstalled } = await import('./installed-packages.mjs');
  if (!isInstalled(root)) {
    const { installPackages } = await import('./install-packages.mjs');
    await installPackages(root);
  }
  if (!browser) return;
  await bringBrowser();
  const { bringExiftool } = await import('./bring-exiftool.mjs');
  bringExiftool();
}

async function bringBrowser() {
  const { rememberedBrowser } = await import('./remembered-browser.mjs');
  if (rememberedBrowser(root) !== undefined) return;
  const { findBrowser } = await import('./find-browser.mjs');
  const found = await findBrowser(root);
  if (found.path !== undefined) return;
  const text = `No browser for the tests:\n  ${found.tried.join('\n  ')}\nInstall Chromium or Chrome, or set CHROME_PATH to one.`;
  if (process.env['CI'] === 'true') throw new Error(text);
  console.warn(`${text}\nTests that need one are skipped.`);
}
