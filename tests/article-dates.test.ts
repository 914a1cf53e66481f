import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { browserOrSkip } from './browser.ts';
import { createReader, until } from './reading/reader.ts';
import { buildSite, type Files } from './test-site.ts';

const languages = ['en', 'ko', 'zh-Hans', 'zh-Hant', 'ja', 'de', 'fr', 'es', 'ar'];

/**
 * A day without a time, and an instant with its zone, which gives the longest text of a date.
 */
const dates = { day: '2025-11-28', instant: '2025-11-28T18:30+09:00' };

const content: Files = {
  'publication.yaml': `name: Test\ntimeZone: Asia/Seoul\nlanguages: [${languages.join(', ')}]\n`,
  ...Object.fromEntries(
    Object.entries(dates).flatMap(([name, date]) =>
      languages.map((language) => [
        language === 'en' ? `${name}.md` : `${name}.${language}.md`,
        language === 'en'
          ? `---\ntitle: Dates\ndate: ${date}\nupdated: 2025-11-29T18:30+09:00\n---\n\nText.\n`
          : '---\ntitle: Dates\n---\n\nText.\n',
      ]),
    ),
  ),
};

/** Ten months later, and 23 minutes after the article. */
const clocks = {
  months: () => {
    Date.now = () => Date.parse('2026-10-20T12:00:00Z');
  },
  minutes: () => {
    Date.now = () => Date.parse('2025-11-29T09:53:00Z');
  },
};

test('dates of articles on a phone', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await buildSite(t, content);
  assert.equal(site.code, 0, site.stderr);
  const served = await serveFolder(site.outDir);
  t.after(served.close);
  const reader = createReader(browser, served.address.slice(0, -1));

  for (const language of languages)
    for (const name of Object.keys(dates))
      for (const [ages, before] of Object.entries(clocks))
        await t.test(`${language}: a ${name}, ${ages} ago`, () => {
          const edition = language === 'en' ? '' : `/${language.toLowerCase()}`;
          const path = `${edition}/2025/11/28/${name}/`;
          return reader.open(path, { width: 360, height: 740, before }, async (page) => {
            await until(() => page.locator('.ago:empty').count(), 0);
            const lines = await page.evaluate(() =>
              [...document.querySelectorAll('.article-meta .date')].map((line) => {
                const [label, time, ago] = [...line.children].map((part) =>
                  part.getBoundingClientRect(),
                );
                if (!label || !time || !ago) throw new Error('a date without its parts');
                const text = document.createRange();
                text.selectNodeContents(line.children[2] as Node);
                const turned = document.documentElement.dir === 'rtl';
                return {
                  beside: Math.abs(time.top - ago.top) < 5,
                  indent: turned ? label.right - ago.right : ago.left - label.left,
                  spare: ago.width - text.getBoundingClientRect().width,
                };
              }),
            );
            for (const { beside, indent, spare } of lines) {
              assert.ok(beside || Math.abs(indent) < 0.5, `indented by ${indent} px`);
              assert.ok(spare >= 0, `moves what follows by ${-spare} px`);
            }
          });
        });
});
