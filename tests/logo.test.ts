import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { browserOrSkip } from './browser.ts';
import { createReader } from './reading/reader.ts';
import { buildSite } from './test-site.ts';

const copy = '---\ntitle: A headline\ndate: 2026-05-01\n---\n\nText.\n';
const svg = (inside = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="80"><rect width="320" height="80"/>${inside}</svg>`;
const named = 'name: The Test\ntheme:\n  accent: "#8b1e1e"\n  logo: ./logo.svg\n';

test('a publication’s logo', async (t) => {
  const site = await buildSite(t, {
    'a.md': copy,
    'publication.yaml': named,
    'logo.svg': svg(),
  });
  assert.equal(site.code, 0, site.stderr);

  await t.test('stands in for its name on every page, with its size', async () => {
    for (const page of ['index.html', '2026/05/01/a/index.html', '404.html']) {
      const [, logo = ''] =
        /<p class="wordmark">(.*?)<\/p>/su.exec(await site.read(page)) ?? [];
      assert.match(
        logo,
        /<img src="\/assets\/[0-9a-f]{32}\.svg" width="320" height="80" alt="The Test">/u,
      );
    }
  });

  const mistakes = [
    {
      of: 'is not there',
      files: { 'logo.svg': null },
      says: /below the content folder, got .*logo\.svg/u,
    },
    {
      of: 'is no picture',
      files: { 'logo.svg': 'text' },
      says: /expected a picture.*logo\.svg/u,
    },
    { of: 'runs code', files: { 'logo.svg': svg('<script>1</script>') }, says: /script/u },
    {
      of: 'handles events',
      files: { 'logo.svg': svg('<g onload="x()"/>') },
      says: /event handler/u,
    },
  ];
  for (const { of, files, says } of mistakes) {
    await t.test(`is an error at its line where it ${of}`, async () => {
      const failed = await site.rebuild(files);
      assert.equal(failed.code, 1);
      assert.match(failed.stderr, /content\/publication\.yaml:4:9 {2}theme\.logo: /u);
      assert.match(failed.stderr, says);
      assert.ok((await site.list()).includes('index.html'), 'what was published stays');
    });
  }
});

const line = (colour: string, inside = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="80"><path d="M10 40h300" stroke="${colour}" stroke-width="12"/>${inside}</svg>`;

test('a logo for each theme', async (t) => {
  const one = 'name: The Test\ntheme:\n  logo: ./logo.svg\n';
  const both = 'name: The Test\ntheme:\n  logo:\n    light: ./logo.svg\n    dark: ./dark.svg\n';
  const site = await buildSite(t, {
    'a.md': copy,
    'publication.yaml': one,
    'logo.svg': line('#7a1a1e'),
    'dark.svg': line('#f4c9cc'),
  });
  assert.equal(site.code, 0, site.stderr);

  await t.test('is asked for where one alone is hard to see', () => {
    assert.match(
      site.stdout + site.stderr,
      /publication\.yaml:3:9 {2}warning: theme\.logo: expected a contrast of at least 3:1 with the page in the dark theme, got 1\.7:1; name a lighter file as `dark:`/u,
    );
  });

  const lit = await site.rebuild({ 'publication.yaml': both });
  assert.equal(lit.code, 0, lit.stderr);

  await t.test('is shown by theme, chosen or the device’s', async () => {
    assert.doesNotMatch(lit.stdout + lit.stderr, /contrast/u);
    const browser = await browserOrSkip(t);
    if (!browser) return;
    const served = await serveFolder(lit.outDir);
    t.after(served.close);
    const reader = createReader(browser, served.address.slice(0, -1));
    for (const colorScheme of ['light', 'dark'] as const)
      for (const theme of ['', 'light', 'dark', 'sepia', 'high-contrast']) {
        const kept: Record<string, string> = theme
          ? { 'dateline:settings': JSON.stringify({ theme }) }
          : {};
        await reader.open('/', { colorScheme, kept }, async (page) => {
          const isDark =
            theme === 'dark' ||
            (colorScheme === 'dark' && (theme === '' || theme === 'high-contrast'));
          assert.deepEqual(
            await page
              .locator('.wordmark img:visible')
              .evaluateAll((images) => images.map(({ className }) => className)),
            [isDark ? 'on-dark' : 'on-light'],
            `${colorScheme} ${theme}`,
          );
        });
      }
  });

  await t.test('that is hard to see itself is a warning at its line', async () => {
    const faint = await site.rebuild({ 'dark.svg': line('#333') });
    assert.equal(faint.code, 0, faint.stderr);
    assert.match(
      faint.stdout + faint.stderr,
      /publication\.yaml:5:11 {2}warning: theme\.logo\.dark: expected a contrast/u,
    );
  });

  await t.test('that does not exist is an error', async () => {
    const failed = await site.rebuild({ 'dark.svg': null });
    assert.equal(failed.code, 1);
    assert.match(failed.stderr, /publication\.yaml:5:11 {2}theme\.logo\.dark: /u);
  });

  await t.test('with text is a warning, since fonts differ', async () => {
    const text = await site.rebuild({
      'publication.yaml': one,
      'logo.svg': line('#777', '<text x="10" y="60" fill="#777">The Test</text>'),
    });
    assert.equal(text.code, 0, text.stderr);
    assert.match(
      text.stdout + text.stderr,
      /publication\.yaml:3:9 {2}warning: theme\.logo: expected a drawing without text/u,
    );
  });
});
