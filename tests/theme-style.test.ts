import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { browserOrSkip } from './browser.ts';
import { buildSite, type Files, projectRoot } from './test-site.ts';

const font = readFileSync(
  join(projectRoot, 'public/assets/newsreader-italic-1fed50fca1.woff2'),
);
const style = `
@font-face { font-family: Harbour; src: url(./fonts/harbour.woff2); }
:root {
  --paper: light-dark(#eef5f4, #0d1719);
  --ink: light-dark(#102020, #e0f0f0);
  --text-font: Harbour, serif;
}
h1 { letter-spacing: 3px; color: light-dark(rgb(1 2 3), rgb(4 5 6)); }
p { text-indent: 7px; }
.masthead { background: url(./wave.svg); }
`;
const article = '---\ntitle: The quay\ndate: 2026-05-20\n---\n\nWords of it.\n';
const content: Files = {
  'publication.yaml':
    'name: The Daily Test\nlanguages: [en]\ntheme: {folder: ./theme}\nsecurity: {scripts: [theme/scripts/clock.ts]}\n',
  'quay.md': article,
  'theme/style.css': style,
  'theme/fonts/harbour.woff2': font,
  'theme/wave.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  'theme/scripts/clock.ts': 'document.documentElement.dataset["clock"] = "runs" as string;',
  'theme/public/.well-known/own.json': '{}',
  'theme/public/robots.txt': 'User-agent: own\n',
};

/** What a page looks like, as the browser computed it. */
function look(page: Page) {
  return page.evaluate(() => {
    const of = (selector: string) =>
      getComputedStyle(document.querySelector(selector) ?? document.body);
    return {
      paper: of('html').backgroundColor,
      ink: of('body').color,
      heading: `${of('h1').color} ${of('h1').letterSpacing}`,
      indent: of('p').textIndent,
    };
  });
}

const light = 'rgb(238, 245, 244)';
const dark = 'rgb(13, 23, 25)';
const [inLight, inDark] = ['rgb(1, 2, 3) 3px', 'rgb(4, 5, 6) 3px'];

test('the style, files and scripts of a theme', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await buildSite(t, content);
  assert.equal(site.code, 0, site.stderr);
  // A large sheet, below a base path.
  const rules = Array.from({ length: 300 }, (_, n) => `.own-${n}{color:#${n % 10}b${n % 7}}`);
  const below = await buildSite(
    t,
    { ...content, 'theme/style.css': style + rules.join('') },
    { BASE_PATH: '/paper' },
  );
  assert.equal(below.code, 0, below.stderr);

  for (const [built, basePath] of [
    [site, '/'],
    [below, '/paper/'],
  ] as const)
    await t.test(`at ${basePath}`, async (t) => {
      const served = await serveFolder(built.outDir, { basePath });
      t.after(() => served.close());
      const context = await browser.newContext();
      t.after(() => context.close());
      await context.addInitScript(() => {
        document.addEventListener(
          'securitypolicyviolation',
          ({ violatedDirective, blockedURI }) =>
            console.error(`policy: ${violatedDirective} ${blockedURI}`),
        );
      });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
      page.on('response', (answer) => {
        if (answer.status() >= 400 && !answer.url().includes('nowhere'))
          faults.push(`${answer.status()} ${answer.url()}`);
      });
      const at = (path: string) => new URL(path, served.address).href;

      await page.goto(at('2026/05/20/quay/'));
      await page.waitForFunction(() => document.documentElement.dataset['clock'] === 'runs');
      await page.evaluate(() => document.fonts.ready);
      assert.ok(await page.evaluate(() => document.fonts.check('16px Harbour')));
      assert.deepEqual(await look(page), {
        ...{ paper: light, ink: 'rgb(16, 32, 32)', heading: inLight, indent: '7px' },
      });
      await page.emulateMedia({ colorScheme: 'dark' });
      const night = await look(page);
      assert.deepEqual([night.paper, night.heading], [dark, inDark]);
      await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
      const paper = await look(page);
      assert.deepEqual([paper.paper, paper.heading, paper.indent], [light, inLight, '7px']);
      await page.emulateMedia({ colorScheme: 'light', media: 'screen', contrast: 'more' });
      const contrast = await look(page);
      assert.deepEqual([contrast.paper, contrast.ink], ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
      assert.equal(contrast.heading, inLight);
      await page.emulateMedia({ contrast: 'no-preference' });

      const chosen: readonly [theme: string, paper: string, heading: string][] = [
        ['dark', dark, inDark],
        ['sepia', 'rgb(246, 236, 217)', inLight],
        ['high-contrast', 'rgb(255, 255, 255)', inLight],
      ];
      for (const [theme, colour, heading] of chosen) {
        await page.evaluate(
          (settings) => localStorage.setItem('dateline:settings', settings),
          JSON.stringify({ theme, size: '2', face: 'sans' }),
        );
        await page.reload();
        const seen = await look(page);
        assert.deepEqual([seen.paper, seen.heading], [colour, heading], theme);
        const text = await page.locator('.copy p').evaluate((element) => {
          const { fontFamily, fontSize } = getComputedStyle(element);
          return { fontFamily, fontSize: Number.parseFloat(fontSize) };
        });
        assert.match(text.fontFamily, /^system-ui/u);
        assert.ok(text.fontSize > 22, `${text.fontSize}`);
        await page.emulateMedia({ media: 'print' });
        assert.equal((await look(page)).paper, light, `${theme}, printed`);
        await page.emulateMedia({ media: 'screen' });
      }
      await page.evaluate(() => localStorage.clear());
      for (const path of ['', 'search/', 'offline/', 'nowhere/']) {
        await page.goto(at(path));
        assert.equal((await look(page)).paper, light, path);
      }
      assert.deepEqual(
        faults.filter((line) => !line.includes('404 (Not Found)')),
        [],
      );
    });

  await t.test('a small sheet is in the page, and a large one a file', async () => {
    const small = await site.read('index.html');
    assert.match(small, /<meta name="theme-color" content="#eef5f4">/u);
    assert.ok(small.includes('<style>@layer theme{'));
    assert.doesNotMatch(small, /theme\.[\da-f]{10}\.css/u);
    const large = await below.read('index.html');
    const [, name] =
      /<link rel="stylesheet" href="\/paper\/(assets\/theme\.[\da-f]{10}\.css)">/u.exec(
        large,
      ) ?? [];
    assert.match(
      await below.read(`${name}`),
      /url\(\/paper\/assets\/wave\.[\da-f]{10}\.svg\)/u,
    );
    assert.match(large, /@font-face\{.*url\(\/paper\/assets\/harbour\.[\da-f]{10}\.woff2\)/u);
    for (const html of [small, large])
      assert.doesNotMatch(html, /<script(?![^>]*src=)[^>]*>[^<]*clock/u);
  });

  await t.test('public files are published, and follow the press', async () => {
    assert.equal(await site.read('.well-known/own.json'), '{}');
    assert.equal(await site.read('robots.txt'), 'User-agent: own\n');
    const again = await site.rebuild({
      'theme/public/.well-known/own.json': '[1]',
      'theme/public/robots.txt': null,
    });
    assert.equal(again.code, 0, again.stderr);
    assert.equal(await again.read('.well-known/own.json'), '[1]');
    assert.match(await again.read('robots.txt'), /Allow: \//u);
  });

  await t.test('a script that is not named is refused, and nothing is published', async () => {
    const before = await site.hashes();
    const refused = await site.rebuild({ 'theme/public/tracker.js': 'a()' });
    assert.notEqual(refused.code, 0);
    assert.match(
      refused.stderr,
      /theme\/public\/tracker\.js:1:1 {2}public: a script that is not named in publication\.yaml; move it to .*theme\/scripts/u,
    );
    assert.deepEqual(await site.hashes(), before);
  });
});
