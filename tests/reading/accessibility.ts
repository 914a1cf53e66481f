import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { axeFindings, contrastOnly } from '../axe-findings.ts';
import { pageTemplates, readingPages } from '../reading-content.ts';
import type { SharedSite } from '../test-site.ts';
import type { Reader } from './reader.ts';

/** The text needs AAA contrast; everything else needs AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The contrast of the text with its background, by WCAG 2. */
const contrastOfText = (page: Page) =>
  page.evaluate(() => {
    const canvas = document
      .createElement('canvas')
      .getContext('2d', { willReadFrequently: true });
    const light = (colour: string) => {
      if (!canvas) return 0;
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map(
        (part) => {
          const share = part / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        },
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const text = document.querySelector('.copy p');
    if (!text) return 0;
    const lights = [
      light(getComputedStyle(text).color),
      light(getComputedStyle(document.documentElement).backgroundColor),
    ].sort();
    return ((lights[1] ?? 0) + 0.05) / ((lights[0] ?? 0) + 0.05);
  });

const paperOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

const themes = ['light', 'sepia', 'dark', 'high-contrast'];

/** Only `article` and `notice` have every part of an article. */
const kindsAt360: readonly string[] = [...pageTemplates, 'arabic'];
const kindsInThemes = [...pageTemplates, 'notice', 'old'] as const;

/** Expects no findings of axe on every kind of page, in every theme, wide and narrow. */
export async function testAccessibility(
  t: TestContext,
  reader: Reader,
  site: SharedSite,
): Promise<void> {
  for (const [width, colorScheme] of [
    [360, 'dark'],
    [1280, 'light'],
  ] as const) {
    await t.test(`axe finds nothing at ${width} px on a ${colorScheme} device`, () =>
      reader.open(readingPages.notFound, { width, colorScheme }, async (page) => {
        for (const [kind, path] of Object.entries(readingPages)) {
          if (width === 360 && !kindsAt360.includes(kind)) continue;
          await page.goto(reader.site + path);
          assert.deepEqual(await axeFindings(page, { rules }), [], kind);
        }
      }),
    );
  }

  // A page loads the style of themes if the device has settings.
  const kept = { 'dateline:settings': '{"theme":"sepia"}' };
  await t.test('all pages have enough contrast in every theme', () =>
    reader.open(readingPages.notFound, { kept }, async (page) => {
      for (const kind of kindsInThemes) {
        await page.goto(reader.site + readingPages[kind]);
        const papers = new Set<string>();
        for (const theme of themes) {
          await page.evaluate((name) => {
            document.documentElement.dataset['theme'] = name;
          }, theme);
          papers.add(await paperOf(page));
          assert.deepEqual(await axeFindings(page, contrastOnly), [], `${kind}, ${theme}`);
          if (kind === 'article')
            assert.ok((await contrastOfText(page)) >= 7, `text has AAA contrast, ${theme}`);
        }
        assert.equal(papers.size, themes.length, [...papers].join());
      }
    }),
  );

  await t.test('axe finds nothing in the open settings, in any theme', () =>
    reader.open(readingPages.article, { width: 360 }, async (page) => {
      await page.click('.masthead .settings-button');
      await page.waitForSelector('#ui-settings[open]');
      assert.deepEqual(await axeFindings(page, { rules }), []);
      for (const theme of themes) {
        await page.check(`#ui-settings input[value="${theme}"]`);
        assert.deepEqual(await axeFindings(page, contrastOnly), [], theme);
      }
    }),
  );

  await t.test('Tab reaches every link and button, and each shows its focus', () =>
    reader.open(readingPages.article, {}, async (page) => {
      const seen: string[] = [];
      for (let step = 0; step < 200; step += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return undefined;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          const shown = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
          const name = `${element.nodeName} ${element.textContent?.trim().slice(0, 30)}`;
          return { shown, name };
        });
        if (!focused) break;
        assert.ok(focused.shown, `${focused.name} shows no focus`);
        seen.push(focused.name);
      }
      const reachable = await page.evaluate(
        () =>
          [...document.querySelectorAll('a[href], button, summary')].filter((element) =>
            element.checkVisibility({ visibilityProperty: true }),
          ).length,
      );
      assert.ok(seen.length >= reachable, `${seen.length} of ${reachable}`);
      assert.match(seen[0] ?? '', /Skip to content/u);
    }),
  );

  await t.test('nothing moves if the device asks for reduced motion', () =>
    reader.open(readingPages.article, { reducedMotion: 'reduce' }, async (page) => {
      const moving = await page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter((element) => {
            const { animationName, transitionDuration } = getComputedStyle(element);
            return animationName !== 'none' || transitionDuration !== '0s';
          }).length,
      );
      assert.equal(moving, 0);
    }),
  );

  for (const [kind, path] of Object.entries(readingPages))
    await t.test(`${kind}: one main, one h1, and no heading that skips a level`, async () => {
      const html = await site.read(path.replace(/\/$/u, '/index.html').slice(1));
      assert.equal(html.match(/<main\b/gu)?.length, 1);
      const levels = [...html.matchAll(/<h([1-6])\b/gu)].map(([, level]) => Number(level));
      assert.equal(levels.filter((level) => level === 1).length, 1, `${levels}`);
      levels.forEach((level, index) => {
        if (index > 0) assert.ok(level <= (levels[index - 1] ?? 0) + 1, `${levels}`);
      });
    });
}
