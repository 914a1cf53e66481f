import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { ar } from '../src/language/words/ar.ts';
import { en } from '../src/language/words/en.ts';
import { axeFindings } from './axe-findings.ts';
import { browserOrSkip } from './browser.ts';
import { buildSite, type Files } from './test-site.ts';

const article = (title: string, day: string, story: string) =>
  `---\ntitle: ${title}\ndate: ${day}\nsection: City\nauthors: [Jane Roe]\nstory: ${story}\n---\n\nText.\n`;
const files: Files = {
  'publication.yaml': `name: {en: The Harbour Post, ar: بريد الميناء}
languages: [en, ar]
sections: [{en: City, ar: المدينة}]
follow:
  newsletter: {en: https://post.example/letter, ar: https://post.example/ar}
  mastodon: "@post@news.example"
`,
  'stories/flood.md': '---\ntitle: The flood\n---\n\nThe river rose.\n',
  'stories/flood.ar.md': '---\ntitle: الفيضان\n---\n\nارتفع النهر.\n',
  'stories/fire.md': '---\ntitle: The fire\nstate: closed\n---\n\nIt is out.\n',
  'rain.md': article('The rain begins', '2026-05-01', 'flood'),
  'rain.ar.md': '---\ntitle: بدأ المطر\n---\n\nهطل المطر.\n',
  'smoke.md': article('Smoke', '2026-05-02', 'fire'),
};

/** The feeds on the page of each edition, below the headings of the words of its language. */
const feeds = {
  follow: [en, ''],
  'ar/follow': [ar, '/ar'],
} as const;

test('the page about ways to follow a publication', async (t) => {
  const site = await buildSite(t, files);
  assert.equal(site.code, 0, site.stderr);
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const served = await serveFolder(site.outDir);
  t.after(() => served.close());
  for (const [path, [words, root]] of Object.entries(feeds))
    for (const javaScriptEnabled of [true, false])
      await t.test(`/${path}/, script ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
        const context = await browser.newContext({ javaScriptEnabled });
        const page = await context.newPage();
        await page.goto(new URL(`${path}/`, served.address).href);
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 640 });
          const box = await page.locator('main').boundingBox();
          assert.ok(box && box.width <= width);
          // axe is a script.
          if (javaScriptEnabled) assert.deepEqual(await axeFindings(page), []);
        }
        const lists = page.locator('.index-parts ul');
        const hrefsOf = async (part: number) =>
          Promise.all(
            (await lists.nth(part).locator('a').all()).map((link) => link.getAttribute('href')),
          );
        assert.deepEqual(await page.locator('.index-parts h2').allInnerTexts(), [
          words.page.feeds,
          words.stories.title,
          words.people.authors,
        ]);
        // The closed story is not there.
        assert.deepEqual(await Promise.all([1, 2, 3].map(hrefsOf)), [
          [`${root}/feed.xml`, `${root}/section/city/feed.xml`],
          [`${root}/story/flood/feed.xml`],
          [`${root}/author/jane-roe/feed.xml`],
        ]);
        const [newsletter] = await hrefsOf(0);
        assert.match(newsletter ?? '', /^https:\/\/post\.example\//u);
        if (process.env['SHOTS'])
          await page.screenshot({
            path: `${process.env['SHOTS']}/${path.replace('/', '-')}.png`,
          });
        await context.close();
      });
});
