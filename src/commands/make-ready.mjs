import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Makes sure that everything a command needs is installed; quick when it is.
 *
 * @param {{ development?: boolean, browser?: boolean }} wanted `development`: what those need who
 *   work on the project; `browser`: one for the tests, and the programs that they run. Going without is an error only where `CI=true`; elsewhere the tests that need them
 *   are skipped.
 * @throws {Error} with the cure, when something cannot be had
 */
export async function makeReady({ development = false, browser = false }) {
  const { isInstalled } = await import('./installed-packages.mjs');
  const extent = development || browser ? 'all' : 'build';
  if (!isInstalled(root, extent)) {
    const { installPackages } = await import('./install-packages.mjs');
    await installPackages(root, extent);
  }
  if (!browser) return;
  await makeBrowserReady();
  const { makeHostsReady } = await import('./make-hosts-ready.mjs');
  const problems = await makeHostsReady(root);
  if (problems.length > 0)
    goWithout(`Not all hosts for the tests:\n  ${problems.join('\n  ')}`);
  const { installExiftool } = await import('./install-exiftool.mjs');
  const problem = installExiftool();
  if (problem !== undefined) goWithout(`No exiftool for the tests: ${problem}`);
}

async function makeBrowserReady() {
  const { rememberedBrowser } = await import('./remembered-browser.mjs');
  if (rememberedBrowser(root) !== undefined) return;
  const { findBrowser } = await import('./find-browser.mjs');
  const found = await findBrowser(root);
  if (found.path !== undefined) return;
  goWithout(
    `No browser for the tests:\n  ${found.tried.join('\n  ')}\nInstall Chromium or Chrome, or set CHROME_PATH to one.`,
  );
}

/** @param {string} text what is missing */
function goWithout(text) {
  if (process.env['CI'] === 'true') throw new Error(text);
  console.warn(`${text}\nTests that need it are skipped.`);
}
