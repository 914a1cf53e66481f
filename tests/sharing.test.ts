import assert from 'node:assert/strict';
import { test } from 'node:test';
import readCode from 'jsqr';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { axeFindings, contrastOnly } from './axe-findings.ts';
import { openScriptPages, type ScriptPage } from './script-page.ts';

const address = 'https://news.example/2026/05/20/bridge/';
const long = 'They heard from people of all four districts, and nobody left the hall. '.repeat(
  30,
);
const data = {
  '@type': 'NewsArticle',
  headline: 'A bridge & a half',
  datePublished: '2026-05-20T18:30:00+09:00',
  author: [{ '@type': 'Person', name: 'Lena Park' }],
  publisher: { '@type': 'NewsMediaOrganization', name: 'The Daily Test' },
};

const article = `<header class="article-header"><h1>A bridge &amp; a half</h1>
<div class="article-meta"><p class="byline">By <span>Lena Park</span> and <a href="https://elsewhere.example">Omar Diaz</a></p>
<p class="byline translator">Translated by <span>박서준</span></p>
<p class="date"><time datetime="2026-05-20T18:30+09:00">20 May 2026, 18:30</time></p></div>
<p class="article-tools"><button class="share" type="button">Share</button>
<button class="cite" type="button">Cite</button><button class="qr-code" type="button">QR code</button></p></header>
<figure class="article-picture"><img alt="The bridge" width="600" height="300" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="></figure>
<div class="article-body"><div class="copy">
<p id="p-one">The council met in the old hall. We stay, they said.</p>
<h2 id="the-vote">The vote<sup><a href="#ui-fn-1" id="ui-fnref-1" class="footnote-ref">1</a></sup></h2>
<p id="p-two">We stay, they said. ${long}</p>
<figure><img alt="A plan" width="300" height="200" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="></figure>
<ul><li>An item without an id of its own</li></ul>
<p id="p-three">The last words of it all.</p>
<section class="footnotes"><h2 id="ui-footnotes">Footnotes</h2><ol><li id="ui-fn-1"><p id="p-note">A note.</p></li></ol></section>
</div></div>
<footer class="article-footer"><p class="paper-address">${address}</p></footer>`;

/** What was passed to the device's share sheet, and to the clipboard. */
declare global {
  interface Window {
    shared: unknown[];
    outcome: 'done' | 'AbortError' | 'NotAllowedError';
    copied: string[];
    printed: number;
  }
}

function withSheet() {
  window.shared = [];
  window.outcome = 'done';
  Object.assign(navigator, {
    async share(what: unknown) {
      window.shared.push(what);
      if (window.outcome !== 'done') throw new DOMException('', window.outcome);
    },
  });
}

function withoutClipboard() {
  Object.defineProperty(navigator, 'clipboard', { value: undefined });
  document.execCommand = () => false;
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const clipboardHtml = (page: Page) =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await (await item?.getType('text/html'))?.text()) ?? '';
  });
const saysCopied = (page: Page, text = 'Link copied') =>
  page.locator('#ui-status', { hasText: text }).waitFor();

/** Selects from one element's text to another's. */
const select = (page: Page, from: string, start: number, to: string, end: number) =>
  page.evaluate(
    ([from, start, to, end]) => {
      const textOf = (selector: string) => {
        const element = document.querySelector(selector) as Element;
        return document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
      };
      textOf(from).parentElement?.scrollIntoView({ block: 'center' });
      getSelection()?.setBaseAndExtent(textOf(from), start, textOf(to), end);
    },
    [from, start, to, end] as const,
  );
const bar = (page: Page) => page.locator('#ui-passage');

/** The violations that axe finds, and those of contrast in every theme. */
const findings = async (page: Page) => {
  const found = await axeFindings(page);
  for (const theme of ['sepia', 'dark', 'high-contrast', 'light']) {
    await page.evaluate((theme) => {
      document.documentElement.dataset['theme'] = theme;
    }, theme);
    found.push(...(await axeFindings(page, contrastOnly)).map((line) => `${theme}: ${line}`));
  }
  return found;
};

test('sharing an article', async (t) => {
  const open = await openScriptPages(t);
  if (!open) return;
  const permissions = ['clipboard-read', 'clipboard-write'];
  const openSharing = (more: Partial<ScriptPage> = {}) =>
    open({ article, permissions, ...more });

  await t.test('uses the share sheet of the device', async () => {
    const page = await openSharing({ before: withSheet });
    await page.click('.share');
    await page.waitForFunction(() => window.shared.length === 1);
    assert.deepEqual(await page.evaluate(() => window.shared), [
      { title: 'A bridge & a half', url: address },
    ]);
    await page.evaluate(() => {
      window.outcome = 'AbortError';
    });
    await page.click('.share');
    await page.waitForFunction(() => window.shared.length === 2);
    assert.equal(
      await page.locator('#ui-status').count(),
      0,
      'closing the sheet has no other effect',
    );
    await page.evaluate(() => {
      window.outcome = 'NotAllowedError';
    });
    await page.click('.share');
    await saysCopied(page);
    assert.equal(await clipboard(page), address);
  });

  await t.test('copies the URL and says so, if there is no share sheet', async () => {
    const page = await openSharing();
    await page.focus('.share');
    await page.keyboard.press('Enter');
    await saysCopied(page);
    assert.equal(await page.locator('#ui-status').getAttribute('role'), 'status');
    assert.equal(await clipboard(page), address);
  });

  await t.test('opens a mail if there is neither a share sheet nor a clipboard', async () => {
    const page = await openSharing({ before: withoutClipboard });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Page.enable');
    const asked = new Promise<string>((resolve) => {
      cdp.on('Page.frameRequestedNavigation', ({ url }) => resolve(url));
    });
    await page.click('.share');
    const mail = new URL(await asked);
    assert.equal(mail.protocol, 'mailto:');
    assert.equal(mail.searchParams.get('subject'), 'A bridge & a half');
    assert.equal(mail.searchParams.get('body'), address);
  });

  await t.test('omits the query of the page if the page has no address for print', async () => {
    const bare = article.replace(/<p class="paper-address">.*?<\/p>/u, '');
    const page = await openSharing({ article: bare });
    await page.goto('https://news.example/article/?utm_source=x#the-vote');
    await page.click('.share');
    await saysCopied(page);
    assert.equal(await clipboard(page), 'https://news.example/article/');
  });

  await t.test('sections and pictures have links', async () => {
    const page = await openSharing();
    const links = page.locator('.part-link');
    assert.deepEqual(
      await links.evaluateAll((all) =>
        all.map((link) => [link.getAttribute('href'), link.ariaLabel, link.textContent]),
      ),
      [
        ['#', 'Share – The bridge', ''],
        ['#the-vote', 'Share – The vote1', ''],
        ['#p-two', 'Share – A plan', ''],
      ],
    );
    const link = page.locator('h2 > .part-link');
    const opacity = () => link.evaluate((element) => getComputedStyle(element).opacity);
    assert.equal(await opacity(), '0');
    await link.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    assert.equal(await opacity(), '1');
    await page.keyboard.press('Enter');
    await saysCopied(page);
    assert.equal(await clipboard(page), `${address}#the-vote`);
    assert.equal(new URL(page.url()).hash, '', 'the page does not jump');
    const [heading, mark] = await Promise.all([
      page.locator('#the-vote').boundingBox(),
      link.boundingBox(),
    ]);
    assert.ok(heading && mark && Math.abs(heading.y - mark.y) < 12, 'next to its heading');
  });

  await t.test('links of sections are visible on a touch screen', async () => {
    const page = await openSharing({
      hasTouch: true,
      isMobile: true,
      viewport: { width: 360, height: 640 },
    });
    // A picture has no such link, because it would cover a part of it.
    for (const link of await page.locator(':not(figure) > .part-link').all()) {
      assert.equal(await link.evaluate((element) => getComputedStyle(element).opacity), '1');
      const box = await link.boundingBox();
      assert.ok(box && box.width >= 24 && box.height >= 24 && box.x + box.width <= 360);
    }
  });

  await t.test('a selected passage has a bar that a keyboard reaches', async () => {
    const page = await openSharing();
    await select(page, '#p-one', 6, '#p-one', 20);
    await bar(page).waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Copy link');
    await page.keyboard.press('Enter');
    await saysCopied(page);
    assert.equal(
      await clipboard(page),
      `${address}#p-one:~:text=The-,council%20met%20in%20the,-old%20hall%2E%20We`,
    );
    assert.equal(await bar(page).isVisible(), false);
    await select(page, '#p-three', 0, '#p-three', 9);
    await bar(page).waitFor();
    assert.deepEqual(await findings(page), []);
    await page.keyboard.press('Escape');
    assert.equal(await bar(page).isVisible(), false);
  });

  const passages: readonly [
    what: string,
    selection: Parameters<typeof select> extends [unknown, ...infer R] ? R : never,
    hash: string,
  ][] = [
    [
      'that occurs twice, with the words around it',
      ['#p-two', 0, '#p-two', 19],
      '#p-two:~:text=The%20vote1-,We%20stay%2C%20they%20said%2E,-They%20heard%20from',
    ],
    [
      'of several blocks, with its ends and the id of the first',
      ['#p-one', 33, '#p-three', 14],
      '#p-one:~:text=the%20old%20hall%2E-,We%20stay%2C%20they%20said%2E,The%20last%20words,-of%20it%20all',
    ],
    [
      'without an id, with the last id before it',
      ['li', 0, 'li', 22],
      '#p-two:~:text=An%20item%20without%20an%20id',
    ],
  ];
  for (const [what, selection, hash] of passages) {
    await t.test(`links to a passage ${what}`, async () => {
      const page = await openSharing();
      await select(page, ...selection);
      await bar(page).getByText('Copy link').click();
      await saysCopied(page);
      assert.equal(await clipboard(page), address + hash);
    });
  }

  await t.test('a selection outside of the text has no bar', async () => {
    const page = await openSharing();
    await select(page, '#p-one', 0, '#p-one', 11);
    await bar(page).waitFor();
    await select(page, '.article-tools .share', 0, '.article-tools .cite', 3);
    await bar(page).waitFor({ state: 'hidden' });
    await select(page, '#p-one', 0, '#p-one', 11);
    await bar(page).waitFor();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await bar(page).waitFor({ state: 'hidden' });
  });

  await t.test(
    'the bar covers neither the menu of the system nor the passage, and fits the window',
    async () => {
      const touch = { hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } };
      const page = await openSharing({ ...touch, before: withSheet });
      await select(page, '#p-one', 0, '#p-one', 11);
      await bar(page).getByText('Share').waitFor();
      const place = async () => {
        const box = await bar(page).boundingBox();
        assert.ok(box && box.x >= 0 && box.x + box.width <= 360);
        return box.y > 320 ? 'bottom' : 'top';
      };
      assert.equal(await place(), 'bottom');
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await select(page, '#p-three', 0, '#p-three', 8);
      await page.evaluate(() => {
        const rect = document.querySelector('#p-three')?.getBoundingClientRect();
        scrollBy(0, (rect?.bottom ?? 0) - innerHeight + 20);
        document.dispatchEvent(new Event('selectionchange'));
      });
      await page.locator('#ui-passage[data-at=top]').waitFor();
      assert.equal(await place(), 'top');

      for (const direction of ['ltr', 'rtl']) {
        const wide = await openSharing({ direction, viewport: { width: 500, height: 600 } });
        await select(wide, '#p-one', 0, '#p-one', 3);
        await bar(wide).waitFor();
        const [box, range] = await Promise.all([
          bar(wide).boundingBox(),
          wide.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().toJSON()),
        ]);
        assert.ok(box && box.x >= 0 && box.x + box.width <= 500 && box.y > range.bottom);
      }
    },
  );

  await t.test('a QR code can be read from the screen and from paper', async () => {
    const page = await openSharing({
      colorScheme: 'dark',
      before: () => {
        window.printed = 0;
        window.print = () => {
          window.printed += 1;
        };
      },
    });
    const scan = async () => {
      const { data, info } = await sharp(await page.screenshot())
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const code = readCode(new Uint8ClampedArray(data), info.width, info.height);
      return code?.data;
    };
    await page.click('.qr-code');
    await page.locator('#ui-code svg').waitFor();
    assert.equal(await scan(), address);
    assert.deepEqual(await findings(page), []);
    const box = await page.locator('#ui-code svg').boundingBox();
    assert.ok(box && box.height > 400);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'qr-code');

    await page.keyboard.press('Control+p');
    await page.waitForFunction(() => window.printed === 1);
    await page.emulateMedia({ media: 'print' });
    await page.locator('.paper-code').scrollIntoViewIfNeeded();
    assert.equal(await scan(), address);
    await page.emulateMedia({ media: 'screen' });
    assert.equal(await page.locator('.paper-code').isVisible(), false);
  });

  await t.test('citations have the structured data of the page and can be copied', async () => {
    const script = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    const page = await openSharing({ article: article + script, timezoneId: 'Asia/Seoul' });
    await page.clock.setFixedTime('2026-05-31T20:00:00Z');
    await page.click('.cite');
    await page.locator('#ui-cite[open]').waitFor();
    assert.deepEqual(await findings(page), []);
    const texts = await page.locator('#ui-cite section p').allTextContents();
    assert.equal(texts.length, 7);
    assert.equal(
      texts[1],
      `Lena Park. (2026, May 20). A bridge & a half (박서준, Trans.). The Daily Test. Retrieved June 1, 2026, from ${address}`,
    );
    let html = '';
    for (const [index, button] of (
      await page.locator('#ui-cite section button').all()
    ).entries()) {
      await button.click();
      await page.waitForFunction(
        (index) =>
          document.querySelectorAll('#ui-cite section button')[index]?.textContent === 'Copied',
        index,
      );
      assert.equal(await clipboard(page), texts[index]);
      if (index === 2) html = await clipboardHtml(page);
    }
    assert.match(html, /<i>The Daily Test<\/i>/u);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'cite');
  });

  await t.test(
    'citations have the visible data of a page without structured data',
    async () => {
      const page = await openSharing({ timezoneId: 'America/New_York' });
      await page.clock.setFixedTime('2026-06-01T03:00:00Z');
      await page.click('.cite');
      const wikipedia = page.locator('#ui-cite section p').last();
      assert.equal(
        await wikipedia.textContent(),
        `{{cite news |author=Lena Park |author2=Omar Diaz |title=A bridge & a half |date=2026-05-20 |translator=박서준 |url=${address} |access-date=2026-05-31}}`,
      );
    },
  );

  await t.test('dialogs fit 360 px in both directions', async () => {
    for (const direction of ['ltr', 'rtl']) {
      const page = await openSharing({ direction, viewport: { width: 360, height: 640 } });
      for (const [button, dialog] of [
        ['.cite', '#ui-cite'],
        ['.qr-code', '#ui-code'],
      ] as const) {
        await page.click(button);
        await page.locator(dialog).waitFor();
        const sizes = await page
          .locator(dialog)
          .evaluate((element) => [element.scrollWidth, element.clientWidth]);
        assert.equal(sizes[0], sizes[1], `${dialog} ${direction}`);
        await page.keyboard.press('Escape');
      }
    }
  });
});
