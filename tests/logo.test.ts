import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { browserOrSkip } from './browser.ts';
import { gatherFolder } from './gather-folder.ts';
import { type Files, sharedSite } from './test-site.ts';

const svg = (inside = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="80"><rect width="320" height="80"/>${inside}</svg>`;

/** A line, which has a low contrast with a page of a similar colour. */
const line = (colour: string, inside = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="80"><path d="M10 40h300" stroke="${colour}" stroke-width="12"/>${inside}</svg>`;

const one = 'name: The Test\ntheme:\n  logo: ./logo.svg\n';
const both = 'name: The Test\ntheme:\n  logo:\n    light: ./logo.svg\n    dark: ./dark.svg\n';
const article = '---\ntitle: A headline\ndate: 2026-05-01\n---\n\nText.\n';

/** A content folder with the logos of both themes. */
const files: Files = {
  'a.md': article,
  'publication.yaml': both,
  'logo.svg': line('#7a1a1e'),
  'dark.svg': line('#f4c9cc'),
};

test('a logo for each theme', async (t) => {
  const site = await sharedSite(t, files);

  await t.test('has no warning if its contrast is high enough', () => {
    assert.doesNotMatch(site.stdout + site.stderr, /logo/u);
  });

  await t.test(
    'replaces the name of the publication on every page, with its size',
    async () => {
      for (const page of ['index.html', '2026/05/01/a/index.html', '404.html']) {
        const [, logos = ''] =
          /<p class="wordmark">(.*?)<\/p>/su.exec(await site.read(page)) ?? [];
        const images = logos.match(
          /<img [^>]*src="\/assets\/[0-9a-f]{32}\.svg" width="320" height="80" alt="The Test"[^>]*>/gu,
        );
        assert.equal(images?.length, 2, `${page}: ${logos}`);
      }
    },
  );

  await t.test('is shown in its theme, chosen by the reader or by the device', async (t) => {
    const browser = await browserOrSkip(t);
    if (!browser) return;
    const served = await serveFolder(site.outDir);
    t.after(served.close);
    const page = await browser.newPage();
    await page.goto(served.address);
    for (const colorScheme of ['light', 'dark'] as const)
      for (const theme of ['', 'light', 'dark', 'sepia', 'high-contrast']) {
        await page.emulateMedia({ colorScheme });
        await page.evaluate((theme) => {
          localStorage.setItem('dateline:settings', JSON.stringify(theme ? { theme } : {}));
        }, theme);
        await page.reload();
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
      }
  });
});

interface Mistake {
  /** Of the test. */
  readonly name: string;
  readonly changes: Files;
  /** The problems, in order. */
  readonly problems: readonly RegExp[];
}

const mistakes: readonly Mistake[] = [
  {
    name: 'a logo that does not exist is an error at its line',
    changes: { 'publication.yaml': one, 'logo.svg': null },
    problems: [
      /^CONTENT\/publication\.yaml:3:9 {2}theme\.logo: .* below the content folder, got .*logo\.svg/u,
    ],
  },
  {
    name: 'a dark logo that does not exist is an error at its line',
    changes: { 'dark.svg': null },
    problems: [
      /^CONTENT\/publication\.yaml:5:11 {2}theme\.logo\.dark: .* below the content folder/u,
    ],
  },
  {
    name: 'text and drawings with scripts are not logos',
    changes: { 'logo.svg': 'text', 'dark.svg': svg('<script>1</script>') },
    problems: [
      /^CONTENT\/publication\.yaml:4:5 {2}theme\.logo: expected a picture.*logo\.svg/u,
      /^CONTENT\/publication\.yaml:5:11 {2}theme\.logo\.dark: .*script/u,
    ],
  },
  {
    name: 'a drawing with an event handler is not a logo',
    changes: { 'publication.yaml': one, 'logo.svg': svg('<g onload="x()"/>') },
    problems: [/^CONTENT\/publication\.yaml:3:9 {2}theme\.logo: .*event handler/u],
  },
  {
    name: 'a logo for all themes that is hard to see in one is a warning',
    changes: { 'publication.yaml': one },
    problems: [
      /publication\.yaml:3:9 {2}warning: theme\.logo: expected a contrast of at least 3:1 with the page in the dark theme, got 1\.7:1; name a lighter file as `dark:`/u,
    ],
  },
  {
    name: 'a logo with text is a warning, and so is a dark logo that is hard to see',
    changes: {
      'logo.svg': line('#777', '<text x="10" y="60" fill="#777">The Test</text>'),
      'dark.svg': line('#333'),
    },
    problems: [
      /publication\.yaml:4:5 {2}warning: theme\.logo: expected a drawing without text/u,
      /publication\.yaml:5:11 {2}warning: theme\.logo\.dark: expected a contrast/u,
    ],
  },
];

for (const { name, changes, problems } of mistakes)
  test(name, async (t) => {
    const changed = Object.entries({ ...files, ...changes }).filter(
      ([, file]) => file !== null,
    );
    const { lines } = await gatherFolder(t, Object.fromEntries(changed));
    assert.equal(lines.length, problems.length, lines.join('\n'));
    for (const [n, problem] of problems.entries()) assert.match(lines[n] ?? '', problem);
  });
