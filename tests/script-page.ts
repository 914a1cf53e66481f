import assert from 'node:assert/strict';
import { basename, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { build } from 'esbuild';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { bundleScripts } from '../src/press/bundle-scripts.ts';
import { browserOrSkip } from './browser.ts';
import { projectRoot } from './test-site.ts';

export interface ScriptPage extends BrowserContextOptions {
  /** The HTML in `.article`. */
  readonly article: string;
  readonly language?: string;
  readonly direction?: string;
  /** Runs in the page before its own scripts. */
  readonly before?: () => void;
  /** Set if the test changes the page for good, such as its clock: no other test gets it. */
  readonly isOwn?: boolean;
}

const words = {
  ...{ listen: 'Listen', pause: 'Pause', resume: 'Resume', stop: 'Stop' },
  ...{ copyLink: 'Copy link', linkCopied: 'Link copied', copy: 'Copy', copied: 'Copied' },
  ...{ plainText: 'Plain text', accessed: 'Accessed {date}', print: 'Print' },
};
/** The style sheets of articles in the order of `page-styles.ts`. */
const sheets = [
  ...[
    'article',
    'copy',
    'lists-and-quotations',
    'external',
    'sections',
    'figures',
    'article-figures',
  ],
  ...[
    'translations',
    'key-points',
    'extras',
    'ending',
    'notes',
    'rare',
    'code',
    'blocks/tables',
  ],
];
const policy = "default-src 'none'; script-src 'self'; style-src 'self'";
const site = 'https://news.example';

let code: ReturnType<typeof loadCode> | undefined;

/** The scripts and the style of articles. */
async function loadCode() {
  const { reader, files } = await bundleScripts();
  const style = await build({
    stdin: {
      contents: [
        ...['shared', 'writing-systems'].map((name) => `@import "./${name}.css";`),
        ...sheets.map((name) => `@import "./${name}.css" layer(page);`),
        '@import "./settings.css";',
      ].join(''),
      loader: 'css',
      resolveDir: resolve(projectRoot, 'src/site/styles'),
    },
    bundle: true,
    write: false,
    external: ['*.woff2'],
  });
  const css = style.outputFiles[0]?.text.replaceAll(/@font-face \{[^}]*\}/gu, '') ?? '';
  return { reader, files, css };
}

/**
 * Returns a function that opens small pages with the script and the style of articles, under a
 * strict policy; undefined if there is no browser, which starts with `flags`. Pages that are opened
 * in the same way are one page, one after another, with empty storage. Errors of a page fail the
 * test.
 */
export async function openScriptPages(
  t: TestContext,
  flags: readonly string[] = [],
): Promise<((content: ScriptPage) => Promise<Page>) | undefined> {
  const browser = await browserOrSkip(t, flags);
  if (!browser) return undefined;
  code ??= loadCode();
  const { reader, files, css } = await code;
  const wordsOfPage = { ...words, speed: 'Speed', close: 'Close' };
  const sources = new Map([
    ['/first.js', ''],
    ['/words.js', `export default ${JSON.stringify(wordsOfPage)}`],
  ]);
  const faults: string[] = [];
  t.after(() => assert.deepEqual(faults, []));
  const openNew = async ({ before, ...options }: Omit<ScriptPage, 'article'>) => {
    const context = await browser.newContext({ serviceWorkers: 'block', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    const opened = { page, html: '', isOpened: false };
    await page.route(`${site}/**`, (route) => {
      const path = new URL(route.request().url()).pathname;
      let script = files.get(basename(path)) ?? sources.get(path);
      if (path === '/first.js' && !opened.isOpened) {
        // The page before may have stored something when it was left.
        opened.isOpened = true;
        script = 'localStorage.clear(); sessionStorage.clear()';
      }
      if (script !== undefined)
        return route.fulfill({ body: Buffer.from(script), contentType: 'text/javascript' });
      if (path === '/style.css') return route.fulfill({ body: css, contentType: 'text/css' });
      return route.fulfill({
        body: opened.html,
        contentType: 'text/html',
        headers: { 'content-security-policy': `${policy}; img-src data:` },
      });
    });
    if (before) await page.addInitScript(before);
    return opened;
  };
  const pages = new Map<string, Awaited<ReturnType<typeof openNew>>>();

  return async ({ article, language = 'en', direction = 'ltr', isOwn, ...options }) => {
    const key = JSON.stringify([options, options.before?.toString()]);
    const known = isOwn ? undefined : pages.get(key);
    const opened = known ?? (await openNew(options));
    const { page } = opened;
    if (known) await page.emulateMedia({ media: null });
    if (!isOwn) pages.set(key, opened);
    opened.html = `<!doctype html><html lang="${language}" dir="${direction}" data-script>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Test</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"><script src="/first.js" data-words="/words.js"></script>
<script type="module" src="/assets/${reader}"></script>
<body class="page-article"><main id="ui-main" tabindex="-1"><article class="article">${article}</article></main>`;
    opened.isOpened = false;
    await page.goto(`${site}/article/`);
    return page;
  };
}
