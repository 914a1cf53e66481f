import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { readingPages } from '../reading-content.ts';
import type { Reader } from './reader.ts';

const findings = (page: Page) =>
  page.evaluate(async () => {
    const axe = Reflect.get(window, 'axe') as typeof import('axe-core');
    const { violations } = await axe.run(document, {
      // The text needs AAA contrast; everything else needs AA.
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    );
  });

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

const themes = ['light', 'sepia', 'dark', 'high-contrast'];

/** Expects no findings of axe on every kind of page, in every theme, wide and narrow. */
export async function testAccessibility(t: TestContext, reader: Reader): Promise<void> {
  for (const [kind, path] of Object.entries(readingPages)) {
    await t.test(`${kind} page`, async () => {
      for (const [width, colorScheme] of [
        [360, 'dark'],
        [1280, 'light'],
      ] as const) {
        // The console reports a 404 page as an error.
        await reader.open(path, { width, colorScheme }, async (page) => {
          await page.evaluate(axe.source);
          assert.deepEqual(await findings(page), [], `${width} px, ${colorScheme}`);
          if (width === 360) return;
          for (const theme of themes) {
            await page.evaluate((name) => {
              document.documentElement.dataset['theme'] = name;
            }, theme);
            assert.deepEqual(await findings(page), [], `${width} px, ${theme}`);
            if (kind === 'article') assert.ok((await contrastOfText(page)) >= 7, theme);
          }
        });
      }
    });
  }

  await t.test('the settings, opened', () =>
    reader.open(readingPages.article, { width: 360 }, async (page) => {
      await page.click('.masthead .settings-button');
      await page.waitForSelector('#ui-settings[open]');
      await page.evaluate(axe.source);
      for (const theme of themes) {
        await page.check(`#ui-settings input[value="${theme}"]`);
        assert.deepEqual(await findings(page), [], theme);
      }
    }),
  );

  await t.test('everything is reached with a keyboard alone, and seen to be', () =>
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

  await t.test('no motion where the reader wants none', () =>
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

  await t.test('landmarks, one headline, and headings in order on every page', async () => {
    for (const path of Object.values(readingPages)) {
      await reader.open(path, { javaScriptEnabled: false }, async (page) => {
        assert.equal(await page.locator('main').count(), 1, path);
        assert.equal(await page.locator('h1').count(), 1, path);
        const levels = await page
          .locator('h1, h2, h3, h4, h5, h6')
          .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
        levels.forEach((level, index) => {
          if (index > 0) assert.ok(level <= (levels[index - 1] ?? 0) + 1, `${path}: ${levels}`);
        });
      });
    }
  });
}
