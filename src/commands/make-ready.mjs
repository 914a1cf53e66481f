import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Makes sure that everything a command needs is installed; quick when it is.
 *
 * @param {{ development?: boolean, browser?: boolean }} wanted `development`: the development
 *   packages; `browser`: those, a browser and the programs that tests run. Where one of these cannot
 *   be had, the tests that need it are skipped; with `CI=true` it is an error.
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
  const { rememberedBrowser } = await import('./test-browser.mjs');
  if (rememberedBrowser(root) === undefined) {
    const { findBrowser } = await import('./find-browser.mjs');
    const { path, tried } = await findBrowser(root);
    if (path === undefined)
      goWithout(
        `No browser for the tests:\n  ${tried.join('\n  ')}\nInstall Chromium or Chrome, or set CHROME_PATH to one.`,
      );
  }
  const { installExiftool, installHosts } = await import('./test-programs.mjs');
  const hosts = await installHosts(root);
  if (hosts.length > 0) goWithout(`Not all hosts for the tests:\n  ${hosts.join('\n  ')}`);
  const exiftool = installExiftool();
  if (exiftool !== undefined) goWithout(`No exiftool for the tests: ${exiftool}`);
}

/** @param {string} text what is missing */
function goWithout(text) {
  if (process.env['CI'] === 'true') throw new Error(text);
  console.warn(`${text}\nTests that need it are skipped.`);
}
