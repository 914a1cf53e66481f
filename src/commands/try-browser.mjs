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
 * Starts a browser as the tests do and looks at a page. Undefined when that worked, else why it
 * does not do. (Printing a page with `--dump-dom` says less: some builds that work never end.)
 * @param {string} path of the program
 * @returns {Promise<string | undefined>}
 */
export async function browserProblem(path) {
  // Only now: the file is read before anything is installed.
  const { chromium } = await import('playwright-core');
  try {
    const options = { executablePath: path, args: BROWSER_FLAGS, timeout: 120_000 };
    const browser = await chromium.launch(options);
    try {
      const page = await browser.newPage();
      await page.setContent('<title>works</title>', { timeout: 60_000 });
      return (await page.title()) === 'works' ? undefined : 'does not show a page';
    } finally {
      await browser.close();
    }
  } catch (error) {
    return `does not start (${firstLine(error)})`;
  }
}

/** @param {unknown} error */
function firstLine(error) {
  return String(error instanceof Error ? error.message : error).split('\n')[0];
}
