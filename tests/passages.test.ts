import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { openScriptPages, type ScriptPage } from './script-page.ts';
import { projectRoot } from './test-site.ts';

// A link to a selected passage, from the selection to where it opens.

const site = 'https://news.example/article/';

/** Articles by language; the passage in brackets is selected. */
const texts = {
  en: 'The council met for the third time. “We stay,” said its [head-teacher: 100% & no less], and left.',
  ko: '두 정상은 베이징에서 만났다. 두 사람의 [만남은 나흘간의 국빈 방문] 중에 이뤄졌다.',
  ja: '会談は北京で開かれた。習主席は[会談で、世界はますます不安定]になっていると述べた。',
  'zh-Hans': '两国元首举行会谈。这是[韩国领导人四年来首次]访问北京。',
  ar: 'اجتمع المجلس في القاعة القديمة. قالوا [إنهم باقون هنا، ولن] يغادروا المدينة.',
} as const;

const filler = (language: string) =>
  Array.from({ length: 60 }, (_, index) => `<p id="f-${index}">${language} ${index}</p>`).join(
    '',
  );

const articleIn = (language: keyof typeof texts): ScriptPage => ({
  language,
  direction: language === 'ar' ? 'rtl' : 'ltr',
  permissions: ['clipboard-read', 'clipboard-write'],
  article: `<h1>Headline</h1><p class="article-tools"><button class="share" type="button">Share</button></p>
<div class="article-body"><div class="copy">${filler(language)}<p id="p-place">${texts[language].replace(/[[\]]/gu, '')}</p>${filler(`${language}-`)}</div></div>`,
});

const selectedIn = (language: keyof typeof texts) =>
  texts[language].slice(texts[language].indexOf('[') + 1, texts[language].indexOf(']'));

/** Selects the passage and copies its link from the bar: the part after `#`. */
async function copyLink(page: Page, language: keyof typeof texts): Promise<string> {
  const from = texts[language].indexOf('[');
  const to = texts[language].indexOf(']') - 1;
  await page.evaluate(
    ([from, to]) => {
      const text = document.querySelector('#p-place')?.firstChild as Text;
      text.parentElement?.scrollIntoView({ block: 'center' });
      getSelection()?.setBaseAndExtent(text, from, text, to);
    },
    [from, to] as const,
  );
  await page.locator('#ui-passage').getByText('Copy link').click();
  await page.locator('#ui-status', { hasText: 'Link copied' }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(link.startsWith(`${site}#p-place:~:text=`), link);
  return link.slice(site.length);
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(site + hash);
  await page.waitForFunction(() => scrollY > 0);
}

/** The visible background colours at positions of the passage's paragraph. */
async function coloursAt(page: Page, places: readonly number[]): Promise<string[]> {
  const spots = await page.evaluate((places) => {
    const text = document.querySelector('#p-place') as Element;
    return places.map((place) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      let left = place;
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        if (left < node.length) {
          const range = document.createRange();
          range.setStart(node, left);
          range.setEnd(node, left + 1);
          const { left: x, top, width } = range.getBoundingClientRect();
          return { x: Math.floor(x + width / 2), y: Math.floor(top + 2) };
        }
        left -= node.length;
      }
      return { x: -1, y: -1 };
    });
  }, places);
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  for (const { x, y } of spots)
    assert.ok(x >= 0 && x < width && y >= 0 && y < height, 'is in view');
  const [left, top] = [
    Math.min(...spots.map(({ x }) => x)),
    Math.min(...spots.map(({ y }) => y)),
  ];
  const clip = {
    ...{ x: left, y: top },
    width: Math.max(...spots.map(({ x }) => x)) - left + 1,
    height: Math.max(...spots.map(({ y }) => y)) - top + 1,
  };
  const { data, info } = await sharp(await page.screenshot({ clip }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return spots.map(({ x, y }) => {
    const at = ((y - top) * info.width + x - left) * info.channels;
    return data.subarray(at, at + 3).toString('hex');
  });
}

/** Asserts that only the passage is marked in its paragraph, and that it is in view. */
async function assertMarked(page: Page, language: keyof typeof texts): Promise<void> {
  const from = texts[language].indexOf('[');
  const to = texts[language].indexOf(']') - 1;
  const places = [1, to + 1, from + 1, Math.floor((from + to) / 2), to - 2];
  const [before, behind, ...within] = await coloursAt(page, places);
  assert.equal(before, behind, 'the text around the passage is not marked');
  // Vowel signs may be dark there, so most of the positions decide.
  assert.ok(within.filter((colour) => colour !== before).length >= 2, `${within} in ${before}`);
}

const highlighted = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights?.get('ui-passage') ?? [])].map(String));

test('a link to a passage shows and marks it', async (t) => {
  const open = await openScriptPages(t);
  const openWithout = await openScriptPages(t, [
    '--disable-blink-features=TextFragmentIdentifiers',
  ]);
  if (!open || !openWithout) return;
  const links = new Map<keyof typeof texts, string>();

  // Another implementation of text fragments, for comparison.
  const other = await build({
    stdin: {
      contents: `import { processTextFragmentDirective, getFragmentDirectives, parseFragmentDirectives } from 'text-fragments-polyfill/text-fragment-utils';
window.placesOf = (hash) => parseFragmentDirectives(getFragmentDirectives(hash)).text.flatMap((one) => processTextFragmentDirective(one).map(String));`,
      resolveDir: resolve(projectRoot, 'tests'),
    },
    bundle: true,
    write: false,
    format: 'iife',
  });
  const placesOf = async (page: Page, hash: string) => {
    await page.evaluate(other.outputFiles[0]?.text ?? '');
    return page.evaluate(
      (hash) => (Reflect.get(window, 'placesOf') as (hash: string) => string[])(hash),
      hash,
    );
  };

  for (const language of Object.keys(texts) as (keyof typeof texts)[]) {
    await t.test(`in ${language}, in a browser with text fragments`, async () => {
      const page = await open(articleIn(language));
      const hash = await copyLink(page, language);
      links.set(language, hash);
      assert.deepEqual(await placesOf(page, hash), [selectedIn(language)]);
      await goTo(page, hash);
      await assertMarked(page, language);
      assert.deepEqual(await highlighted(page), [], 'the script marks nothing');
    });

    await t.test(`in ${language}, in a browser without text fragments`, async () => {
      const page = await openWithout(articleIn(language));
      assert.equal(await page.evaluate(() => 'fragmentDirective' in document), false);
      await goTo(page, links.get(language) ?? '');
      await page.waitForFunction(() => CSS.highlights.has('ui-passage'));
      assert.deepEqual(await highlighted(page), [selectedIn(language)]);
      await assertMarked(page, language);
    });
  }

  await t.test('if a mail program has encoded it', async () => {
    for (const language of ['en', 'ar'] as const) {
      const page = await open(articleIn(language));
      const hash = (links.get(language) ?? '')
        .replace(':~:text=', '%3A~%3Atext%3D')
        .replaceAll(',', '%2C');
      await goTo(page, hash);
      await page.waitForFunction(() => CSS.highlights.has('ui-passage'));
      assert.deepEqual(await highlighted(page), [selectedIn(language)]);
      await assertMarked(page, language);
      assert.equal(await page.evaluate(() => location.hash), '#p-place');
    }
  });

  await t.test('by <mark> if the browser has no highlights', async () => {
    const page = await openWithout({
      ...articleIn('en'),
      before: () => Object.defineProperty(CSS, 'highlights', { value: undefined }),
    });
    await page.addInitScript(() => Reflect.deleteProperty(window, 'Highlight'));
    await goTo(page, links.get('en') ?? '');
    await page.locator('mark.ui-passage').waitFor();
    assert.equal(await page.locator('mark.ui-passage').textContent(), selectedIn('en'));
    await assertMarked(page, 'en');
  });

  await t.test('if it is a link within the page', async () => {
    const page = await openWithout(articleIn('en'));
    await page.evaluate((hash) => {
      location.hash = hash.replace(':~:text=', '%3A~%3Atext=');
    }, links.get('en') ?? '');
    await page.waitForFunction(() => CSS.highlights.has('ui-passage'));
    await assertMarked(page, 'en');
  });

  await t.test('in closed <details>', async () => {
    const shown = articleIn('en');
    const page = await openWithout({
      ...shown,
      article: shown.article.replace(
        /<p id="p-place">.*?<\/p>/u,
        '<details><summary>More</summary>$&</details>',
      ),
    });
    await goTo(page, (links.get('en') ?? '').replace('#p-place', '#'));
    await page.waitForFunction(() => CSS.highlights.has('ui-passage'));
    await assertMarked(page, 'en');
  });

  await t.test('or shows its paragraph if the words have changed', async () => {
    const page = await open(articleIn('en'));
    await goTo(page, '#p-place%3A~%3Atext=words%20that%20are%20gone');
    await page.waitForFunction(() => document.querySelector(':target')?.id === 'p-place');
    const box = await page.locator('#p-place').boundingBox();
    assert.ok(box && box.y >= 0 && box.y < 700);
  });

  await t.test('or shows the top of the page if neither exists', async () => {
    const page = await open(articleIn('en'));
    await page.goto('about:blank');
    await page.goto(`${site}#gone%3A~%3Atext=no%20such%20words&text=%E0%A4%A`);
    await page.waitForFunction(() =>
      performance
        .getEntriesByType('resource')
        .some((entry) => entry.name.includes('show-passage') && 'responseEnd' in entry),
    );
    await page.evaluate(() => new Promise(requestAnimationFrame));
    assert.equal(await page.evaluate(() => scrollY), 0);
  });
});
