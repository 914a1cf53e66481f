import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { setJpegFields } from '../src/outputs/pictures/set-jpeg-fields.ts';
import { axeFindings } from './axe-findings.ts';
import { browserOrSkip } from './browser.ts';
import { gatherFolder } from './gather-folder.ts';
import { drawFrames, drawPhoto } from './picture-corpus.ts';
import { openSite, until } from './reading/reader.ts';
import { assertSameFiles, buildSite, type Files } from './test-site.ts';

const article = (title: string, text: string, fields = '') =>
  `---\ntitle: ${title}\ndate: 2026-05-01\n${fields}---\n\n${text}\n`;
const featured = (file: string, credit: string) =>
  `image:\n  file: ./${file}\n  alt: The quay\n  caption: The old quay.\n  credit: ${credit}\n`;

const photo = await drawPhoto(1000, 600).jpeg({ quality: 70 }).toBuffer();
const byDoe = setJpegFields(await drawPhoto(64, 40).jpeg().toBuffer(), {
  creator: 'John Doe',
  creditLine: 'John Doe',
});
const files: Files = {
  'a.md': article(
    'With a quay',
    [
      'Before. '.repeat(200),
      '![A drawing](./plan.svg "The plan.") ![It turns](./turns.gif "It turns.")',
      '[![Linked](./small.png)](https://elsewhere.example/)',
      '![](./small.png)',
      'See [the plan](#picture.plan).',
    ].join('\n\n'),
    featured('Old Quay.jpg', 'Jane Roe / CC BY 4.0'),
  ),
  'b.md': article('Without', 'Text.\n\n![First](./small.png)\n\n![Second](./plan.svg)'),
  'Old Quay.jpg': photo,
  'plan.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><path d="M0 0h9v9"/></svg>',
  'turns.gif': await drawFrames(3, 200, 100)
    .gif({ delay: [90, 90, 90] })
    .toBuffer(),
  'small.png': await sharp({
    create: { width: 20, height: 10, channels: 3, background: '#357' },
  })
    .png()
    .toBuffer(),
};
const path = { a: '/2026/05/01/a/', b: '/2026/05/01/b/' } as const;

/** The enlarged picture: its file extension, its caption, and the part of the URL after `#`. */
const shown = (page: Page) =>
  page.evaluate(() => {
    const box = document.querySelector('#ui-picture-box[open]');
    const img = box?.querySelector('img');
    const words = [...(box?.querySelectorAll('figcaption, .credit') ?? [])].map((element) =>
      element.textContent?.replace(/\s+/gu, ' ').trim(),
    );
    const loaded = img?.complete && img.naturalWidth > 0;
    return box && loaded
      ? `${img.currentSrc.split('.').at(-1)} ${words.join(' | ')} ${decodeURIComponent(location.hash)}`
      : '';
  });

test('pictures on pages', async (t) => {
  const site = await buildSite(t, files);
  assert.equal(site.code, 0, site.stderr);
  const html = await site.read(`${path.a.slice(1)}index.html`);

  await t.test('exactly the files that pages use are published', async () => {
    const all = (await site.list()).filter((name) => /^assets\/[0-9a-f]{32}/u.test(name));
    const pages = (await site.list()).filter((name) => name.endsWith('.html'));
    const named = new Set<string>();
    for (const page of pages)
      for (const [name] of (await site.read(page)).matchAll(
        /assets\/[0-9a-f]{32}[-.][\w.-]+/gu,
      ))
        named.add(name);
    assert.deepEqual([...named].sort(), all);
  });

  await t.test('have their size, and all but the first are loaded lazily', () => {
    const tags = [...html.matchAll(/<img [^>]*>/gu)].map(([tag]) => tag);
    assert.equal(tags.length, 5);
    for (const [index, tag] of tags.entries()) {
      assert.match(tag, / width="\d+" height="\d+"/u);
      assert.equal(/fetchpriority="high"/u.test(tag), index === 0, tag);
      assert.equal(/loading="lazy"/u.test(tag), index !== 0, tag);
    }
    assert.doesNotMatch(html, / style=/u);
  });

  await t.test('the featured picture is preloaded in the format that is shown', async () => {
    const preload =
      /<link rel="preload" as="image" type="([^"]+)" imagesrcset="([^"]+)" imagesizes="([^"]+)"/u;
    const [, type, srcset, sizes] = preload.exec(html) ?? [];
    assert.ok(html.includes(`<source type="${type}" srcset="${srcset}" sizes="${sizes}">`));
    const without = await site.read(`${path.b.slice(1)}index.html`);
    assert.doesNotMatch(without, /rel="preload"/u);
    assert.match(without, /<img [^>]*alt="First"[^>]*fetchpriority="high"/u);
    assert.match(await site.read('index.html'), preload);
  });

  await t.test('have ids, and adjacent ones are a gallery', () => {
    assert.match(
      html,
      /<div class="gallery"><figure id="picture.plan">.*?<figure id="picture.turns">/su,
    );
    assert.match(html, /<figure id="picture.small"><a href="https:\/\/elsewhere\.example\/"/u);
    assert.match(html, /<figure id="picture.small-1">/u);
  });

  const browser = await browserOrSkip(t);
  if (browser) {
    const reader = await openSite(t, browser, site.outDir);
    const inFigure = (id: string) => `[id="${id}"] > .enlarge`;

    await t.test(
      'open large by keyboard, with keys to the next, and give the focus back',
      async () => {
        await reader.open(path.a, {}, async (page) => {
          await page.locator(inFigure('featured.picture')).focus();
          await page.keyboard.press('Enter');
          await until(
            () => shown(page),
            'avif The old quay. | Featured image credits: Jane Roe · Licence: CC BY 4.0 #featured.picture',
          );
          await page.keyboard.press('ArrowRight');
          await until(() => shown(page), 'svg The plan. #picture.plan');
          await page.keyboard.press('ArrowLeft');
          await page.keyboard.press('ArrowRight');
          await page.keyboard.press('ArrowRight');
          await until(() => shown(page), 'webp It turns. #picture.turns');
          await page.keyboard.press('ArrowRight');
          await until(() => shown(page), 'webp It turns. #picture.turns');
          assert.deepEqual(await axeFindings(page, { within: '#ui-picture-box' }), []);
          await page.keyboard.press('Escape');
          await until(() => shown(page), '');
          const at = () =>
            page.evaluate(() =>
              [document.activeElement?.parentElement?.id, location.hash].join(),
            );
          await until(at, 'picture.turns,');
        });
      },
    );

    await t.test('open large at their URL and by a link in the text', async () => {
      await reader.open(`${path.a}#picture.plan`, { width: 360 }, async (page) => {
        await until(() => shown(page), 'svg The plan. #picture.plan');
        await page.locator('#ui-picture-box .close').click();
        await until(() => page.evaluate(() => location.hash), '');
        await page.getByRole('link', { name: 'the plan', exact: true }).click();
        await until(() => shown(page), 'svg The plan. #picture.plan');
      });
    });

    await t.test('link to their files without scripts', async () => {
      await reader.open(path.a, { javaScriptEnabled: false }, async (page) => {
        const { href } = await page
          .locator(inFigure('picture.plan'))
          .evaluate(({ href }: HTMLAnchorElement) => ({ href }));
        const answer = await page.request.get(href);
        assert.match(answer.headers()['content-type'] ?? '', /^image\/svg\+xml/u);
      });
    });

    await t.test('do not move if the device asks for reduced motion', async () => {
      await reader.open(path.a, { reducedMotion: 'reduce' }, async (page) => {
        const turns = page.locator('img[alt="It turns"]');
        const file = async () => {
          await turns.scrollIntoViewIfNeeded();
          return turns.evaluate((img: HTMLImageElement) => img.currentSrc.replace(/^.*-/u, ''));
        };
        await until(file, 'still.webp');
        await page.emulateMedia({ reducedMotion: 'no-preference' });
        await page.reload();
        await until(file, '200.webp');
      });
    });
  }

  await t.test('all broken files are reported at once, each where it is used', async () => {
    const failed = await site.rebuild({
      'Old Quay.jpg': photo.subarray(0, 900),
      'small.png': 'Dear editor',
      'plan.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    });
    assert.equal(failed.code, 1);
    for (const line of [
      /content\/a\.md:5:9 {2}image\.file: expected a picture \(.*\), got Old Quay\.jpg: a JPEG that is damaged or incomplete; copy the file again/u,
      /content\/a\.md:13:\d+ {2}picture: .*plan\.svg: an SVG with a <script>/u,
      /content\/a\.md:15:\d+ {2}picture: .*small\.png: a file that is text; save it as/u,
      /content\/b\.md:8:1 {2}picture: .*small\.png/u,
    ])
      assert.match(failed.stderr, line);
    assertSameFiles(await failed.hashes(), await site.hashes(), 'what was published stays');
  });
});

test('credits of picture files', async (t) => {
  await t.test('another name in the file is a warning with both names', async () => {
    const { lines } = await gatherFolder(t, {
      'a.md': article('With a quay', 'Text.', featured('Old Quay.jpg', 'Jane Roe')),
      'Old Quay.jpg': byDoe,
    });
    const warnings = lines.filter((line) => line.includes('John Doe'));
    assert.equal(warnings.length, 1, lines.join('\n'));
    assert.match(
      warnings[0] ?? '',
      /a\.md:8:11 {2}warning: credit: expected the name that Old Quay\.jpg itself gives, "John Doe", got "Jane Roe"/u,
    );
  });

  await t.test('a missing credit is an error that proposes the name in the file', async () => {
    const image = 'image:\n  file: ./Old Quay.jpg\n  alt: The quay\n';
    const { lines } = await gatherFolder(t, {
      'a.md': article('With a quay', 'Text.', image),
      'Old Quay.jpg': byDoe,
    });
    assert.match(
      lines.join('\n'),
      /image\.credit: .*; the file says: add `credit: "John Doe"`/u,
    );
  });
});
