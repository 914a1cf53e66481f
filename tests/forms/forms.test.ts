import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { serveFolder } from '../../src/hosting/server/serve-folder.ts';
import { axeFindings } from '../axe-findings.ts';
import { browserOrSkip } from '../browser.ts';
import { startDev } from '../dev-site.ts';
import { gatherFolder } from '../gather-folder.ts';
import { type Files, sharedSite } from '../test-site.ts';
import { blocks } from './blocks.ts';
import { clips } from './clips.ts';
import { data } from './data.ts';
import { fields } from './fields.ts';
import { follow, followSettings } from './follow.ts';
import { addressOf, articleFile, type Form, languages } from './form.ts';
import { formNames, withoutRow } from './form-names.ts';
import { kinds } from './kinds.ts';
import { live } from './live.ts';
import { people } from './people.ts';
import { pictures } from './pictures.ts';
import { notAsked, type Outputs, type PlaceName, places } from './places.ts';
import { runningStories } from './running-stories.ts';

/** All forms of news. A new form is a file beside this one, with a row here. */
const forms: readonly Form[] = [
  ...[...kinds, ...live, ...fields, ...blocks, ...pictures, ...clips, ...data],
  ...[...people, ...runningStories, ...follow],
];

const files: Files = {
  'publication.yaml': [
    `name: Test\nlanguages: [${languages}]\npageSize: 100\nurl: https://news.example`,
    `${followSettings}\n`,
  ].join('\n'),
  ...Object.assign({}, ...forms.map((form) => form.files)),
};

test('every form of the code has a row', () => {
  const held = new Set(forms.flatMap(({ holds }) => holds));
  assert.deepEqual(
    formNames.filter((name) => held.has(name) === name in withoutRow),
    [],
    'add a row beside tests/forms/forms.test.ts, or a reason to withoutRow',
  );
  const known = new Set<string>([...formNames, ...Object.keys(withoutRow)]);
  assert.deepEqual(
    [...known, ...held].filter(
      (name) => !(formNames as readonly string[]).includes(name) && !name.startsWith('text '),
    ),
    [],
  );
});

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
    ...(browser && {
      browser: {
        scripted: await browser.newContext(),
        plain: await browser.newContext({ javaScriptEnabled: false }),
      },
    }),
  };
  // Rows of one article read each output once.
  const read = new Map<string, Promise<string | undefined>>();
  // One edition after the other, so that its search stays open.
  for (const language of languages)
    for (const form of forms) {
      const says = form.says[language];
      if (says === undefined) continue;
      const address = addressOf(form, language);
      const story = [...published.byPath.values()].find((one) => one.address === address);
      const query = form.finds?.[language] ?? story?.title ?? form.name;
      for (const name of Object.keys(places) as PlaceName[])
        await t.test(`${form.name}, ${language}: ${name}`, async () => {
          const key = `${name} ${address} ${name === 'the search' ? query : ''}`;
          const reading = read.get(key) ?? places[name](outputs, { address, query });
          read.set(key, reading);
          const text = await reading;
          if (text === notAsked) return;
          const expected = form.instead?.[name]?.(language) ?? says;
          if ('missing' in expected) {
            if (expected.missing === 'page') assert.equal(text, undefined, 'it is there');
            else
              for (const words of says)
                assert.ok(!text?.includes(words), `${words} in ${text}`);
            return;
          }
          assert.ok(text !== undefined, 'it is missing');
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

/** Pages with all forms. The list has the label of each kind of work. */
const pages = [
  ...['/page/', '/2026/06/01/kind-opinion/', '/2026/06/01/kind-sponsored/'],
  ...new Set(
    forms.filter(({ page }) => !page.startsWith('kind-')).map((form) => addressOf(form, 'en')),
  ),
];

interface Look {
  readonly language: 'en' | 'ar';
  readonly scripts: boolean;
  readonly colorScheme: 'light' | 'dark';
  readonly width: 360 | 1280;
}

/** Every pair of settings is in one of these; with `LONG_TESTS=1`, every combination. */
const looks: readonly Look[] =
  process.env['LONG_TESTS'] === '1'
    ? (['en', 'ar'] as const).flatMap((language) =>
        [true, false].flatMap((scripts) =>
          (['light', 'dark'] as const).flatMap((colorScheme) =>
            ([360, 1280] as const).map((width) => ({ language, scripts, colorScheme, width })),
          ),
        ),
      )
    : [
        { language: 'en', scripts: true, colorScheme: 'dark', width: 1280 },
        { language: 'en', scripts: true, colorScheme: 'dark', width: 360 },
        { language: 'en', scripts: false, colorScheme: 'light', width: 360 },
        { language: 'ar', scripts: true, colorScheme: 'light', width: 360 },
        { language: 'ar', scripts: false, colorScheme: 'dark', width: 1280 },
      ];

test('axe finds nothing in the pages of all forms, which fit any window', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, files);
  const served = await serveFolder(site.outDir);
  t.after(() => served.close());
  const origin = withoutSlash(served.address);
  for (const { language, scripts, colorScheme, width } of looks) {
    const context = await browser.newContext({
      ...{ colorScheme, viewport: { width, height: 800 } },
    });
    const page = await context.newPage();
    const debug = await context.newCDPSession(page);
    for (const path of pages) {
      const address = (language === 'en' ? '' : `/${language}`) + path;
      const name = `${address}, ${width} px, ${colorScheme}, scripts ${scripts ? 'on' : 'off'}`;
      await t.test(name, async () => {
        await debug.send('Emulation.setScriptExecutionDisabled', { value: !scripts });
        await page.goto(origin + address);
        // axe needs timers; the page keeps its state without scripts.
        await debug.send('Emulation.setScriptExecutionDisabled', { value: false });
        // What is folded is tried open: it is hidden from axe otherwise.
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('main details:not([name])'))
            details.setAttribute('open', '');
        });
        assert.deepEqual(await axeFindings(page), []);
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        assert.equal(beyond, 0, `${beyond} px beyond the window`);
      });
    }
    await context.close();
  }
});
