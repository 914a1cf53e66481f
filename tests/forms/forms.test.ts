import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { serveFolder } from '../../src/hosting/server/serve-folder.ts';
import { axeFindings } from '../axe-findings.ts';
import { browserOrSkip } from '../browser.ts';
import { startDev } from '../dev-site.ts';
import { gatherFolder } from '../gather-folder.ts';
import { type Files, sharedSite } from '../test-site.ts';
import { addressOf, articleFile, type Form, languages } from './form.ts';
import { kinds } from './kinds.ts';
import { live } from './live.ts';
import { notAsked, type Outputs, type PlaceName, places } from './places.ts';

/** All forms of news. A new form is a file beside this one, with a row here. */
const forms: readonly Form[] = [...kinds, ...live];

const files: Files = {
  'publication.yaml': `name: Test\nlanguages: [${languages}]\npageSize: 100\n`,
  ...Object.assign({}, ...forms.map((form) => form.files)),
};

test('every output has every form of news', async (t) => {
  const browser = await browserOrSkip(t);
  const site = await sharedSite(t, files);
  const served = await serveFolder(site.outDir);
  t.after(() => served.close());
  const { published, lines } = await gatherFolder(t, files);
  assert.deepEqual(lines, []);
  const { address: dev } = await startDev(t, files);
  const outputs: Outputs = {
    ...{ site, publication: published },
    ...{ origin: withoutSlash(served.address), dev: withoutSlash(dev) },
    ...(browser ? { browser } : {}),
  };
  for (const form of forms)
    for (const language of languages) {
      const says = form.says[language];
      if (says === undefined) continue;
      const address = addressOf(form, language);
      const story = [...published.byPath.values()].find((one) => one.address === address);
      assert.ok(story, `no article at ${address}`);
      for (const name of Object.keys(places) as PlaceName[])
        await t.test(`${form.name}, ${language}: ${name}`, async () => {
          const text = await places[name](outputs, { address, headline: story.title });
          if (text === notAsked) return;
          const instead = form.instead?.[name];
          const expected = instead ? instead(language) : says;
          if (expected === undefined) {
            assert.equal(text, undefined, 'the article is there');
            return;
          }
          assert.ok(text !== undefined, 'the article is missing');
          for (const words of expected)
            assert.ok(text.includes(words), `expected ${JSON.stringify(words)} in ${text}`);
          for (const words of form.never ?? [])
            assert.ok(!text.includes(words), `${JSON.stringify(words)} in ${text}`);
        });
    }
});

function withoutSlash(address: string): string {
  return address.replace(/\/$/u, '');
}

test('links of paid content to other sites are marked for search engines', async (t) => {
  const site = await sharedSite(t, files);
  const relOf = async (slug: string) =>
    / href="https:\/\/other\.example\/" rel="(.*?)"/u.exec(
      await site.read(`2026/06/01/${slug}/index.html`),
    )?.[1];
  assert.equal(await relOf('kind-sponsored'), 'external noopener sponsored');
  assert.equal(await relOf('kind-opinion'), 'external noopener');
});

test('a live article of 400 entries stays small', async (t) => {
  const words = 'The board met and talked about the bridge for an hour. '.repeat(4);
  const entries = Array.from({ length: 400 }, (_, n) => {
    const time = new Date(Date.parse('2026-05-01T10:00Z') + n * 600_000).toISOString();
    return `## ${time.slice(0, 16)}Z Entry ${n} of the day\n\nNumber ${n}: ${words}\n`;
  });
  const site = await sharedSite(t, {
    'publication.yaml': 'name: Test\nlanguages: [en]\n',
    'live.md': articleFile(
      ['title: Live', 'date: 2026-05-01', 'kind: live'],
      `Pinned.\n\n${entries.join('\n')}`,
    ),
  });
  const html = await site.read('2026/05/01/live/index.html');
  assert.equal(html.match(/class="live-entry"/gu)?.length, 400);
  assert.equal(html.match(/"@type":"BlogPosting"/gu)?.length, 50);
  const around = Buffer.byteLength(html) - 400 * words.length;
  assert.ok(around < 400 * 420, `${around} bytes besides the words`);
  const compressed = brotliCompressSync(html).byteLength;
  assert.ok(compressed < 40_000, `${compressed} bytes compressed`);
  assert.doesNotMatch(site.stderr, /warning/u);
});

test('a live article shows the time where the reader is', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, files);
  const served = await serveFolder(site.outDir);
  t.after(() => served.close());
  const placesIn = async (timezoneId: string) => {
    const page = await browser.newPage({ timezoneId });
    await page.goto(`${withoutSlash(served.address)}/2026/06/01/live-open/`);
    await page.waitForLoadState('networkidle');
    return page.locator('.live-here').allInnerTexts();
  };
  assert.deepEqual(await placesIn('America/New_York'), ['05:10 EDT', '04:00 EDT']);
  assert.deepEqual(await placesIn('Asia/Tokyo'), ['18:10 GMT+9', '17:00 GMT+9']);
  assert.deepEqual(await placesIn('UTC'), []);
});

test('axe finds nothing in the pages of all forms', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, files);
  const served = await serveFolder(site.outDir);
  t.after(() => served.close());
  const origin = withoutSlash(served.address);
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const address of [
      '/page/',
      '/ar/page/',
      ...forms.map((one) => addressOf(one, 'en')),
    ]) {
      await page.goto(origin + address);
      assert.deepEqual(await axeFindings(page), [], `${address}, ${colorScheme}`);
    }
  }
  await page.close();
});
