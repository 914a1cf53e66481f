import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WORDS } from '../src/language/words-for.ts';
import { browserOrSkip } from './browser.ts';
import { openSite, until } from './reading/reader.ts';
import { type Files, sharedSite } from './test-site.ts';

const languages = Object.keys(WORDS);

/**
 * A day without a time, and an instant with its zone, which gives the longest text of a date.
 */
const dates = { day: '2025-11-28', instant: '2025-11-28T18:30+09:00' };

const content: Files = {
  'publication.yaml': `name: Test\ntimeZone: Asia/Seoul\nlanguages: [${languages.join(', ')}]\nextras: []\n`,
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

/** Each kind of date with a time of reading; ages in months are the longest. */
const cases = [
  ['day', '23 minutes', '2025-11-29T09:53:00Z'],
  ['instant', '10 months', '2026-10-20T12:00:00Z'],
] as const;

test('the age of an article beside its date in a narrow window', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, content);
  const reader = await openSite(t, browser, site.outDir);

  await reader.open('/404.html', { width: 360, height: 740 }, async (page) => {
    for (const language of languages)
      for (const [name, age, now] of cases)
        await t.test(`${language}: ${age} after a date with ${name}`, async () => {
          await page.clock.setFixedTime(now);
          const edition = language === 'en' ? '' : `/${language.toLowerCase()}`;
          await page.goto(`${reader.site}${edition}/2025/11/28/${name}/`);
          await until(() => page.locator('.ago:empty').count(), 0);
          for (const { isBeside, indent, spare } of await page.evaluate(measureDates)) {
            assert.ok(isBeside || Math.abs(indent) < 0.5, `indented by ${indent} px`);
            assert.ok(spare >= 0, `${-spare} px wider than the reserved space`);
          }
        });
  });
});

/** Runs in the page: how the age is placed in each line, and the space that it leaves. */
function measureDates() {
  return [...document.querySelectorAll('.article-meta .date')].map((line) => {
    const [, time, ago] = [...line.children].map((part) => part.getBoundingClientRect());
    if (!time || !ago) throw new Error('a date without its parts');
    const start = line.getBoundingClientRect();
    const text = document.createRange();
    text.selectNodeContents(line.children[2] as Node);
    const isTurned = document.documentElement.dir === 'rtl';
    return {
      isBeside: Math.abs(time.top - ago.top) < 5,
      indent: isTurned ? start.right - ago.right : ago.left - start.left,
      spare: ago.width - text.getBoundingClientRect().width,
    };
  });
}
