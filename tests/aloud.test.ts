import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openScriptPages, type ScriptPage } from './script-page.ts';

/** How the tests control the voices of a page. */
interface FakeSpeech {
  /** Every text that was started, as `voice rate: text`. */
  readonly said: string[];
  /** Ends the current utterance, or makes it fail. */
  finish(error?: string): void;
  /** Drops the current utterance without an event. */
  lose(): void;
  setVoices(voices: readonly (readonly [name: string, lang: string, local: boolean])[]): void;
}

declare global {
  interface Window {
    fake: FakeSpeech;
  }
}

/** Fake speech that continues only on command. */
function fakeSpeech(): void {
  let voices: object[] = [];
  let queue: (EventTarget & { text: string; rate: number; voice?: { name: string } })[] = [];
  const said: string[] = [];
  const speech = Object.assign(new EventTarget(), {
    get speaking() {
      return queue.length > 0;
    },
    pending: false,
    getVoices: () => voices,
    speak(utterance: (typeof queue)[number]) {
      if (!utterance.text) return;
      queue.push(utterance);
      said.push(`${utterance.voice?.name} ${utterance.rate}: ${utterance.text}`);
    },
    cancel() {
      const gone = queue;
      queue = [];
      for (const utterance of gone)
        utterance.dispatchEvent(Object.assign(new Event('error'), { error: 'canceled' }));
    },
  });
  Object.defineProperty(speech, 'speaking', { get: () => queue.length > 0 });
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {
    value: class extends EventTarget {
      text: string;
      rate = 1;
      constructor(text: string) {
        super();
        this.text = text;
      }
    },
  });
  Object.defineProperty(window, 'fake', {
    value: {
      said,
      finish(error?: string) {
        const type = error ? 'error' : 'end';
        queue.shift()?.dispatchEvent(Object.assign(new Event(type), { error }));
      },
      lose() {
        queue = [];
      },
      setVoices(given) {
        voices = given.map(([name, lang, localService]) => ({ name, lang, localService }));
        speech.dispatchEvent(new Event('voiceschanged'));
      },
    } satisfies FakeSpeech,
  });
}

const article = `<header class="article-header"><h1>Headline</h1><p class="standfirst">Standfirst.</p>
<button class="listen" type="button">Listen</button></header>
<div class="article-body">
<section class="key-points" aria-labelledby="ui-key-points"><h2 id="ui-key-points">In short</h2><ul><li>A point</li></ul></section>
<div class="copy">
<p id="first">He came on
2.5 wheels<sup><a href="#ui-fn-1" id="ui-fnref-1" class="footnote-ref">1</a></sup>. He said <i lang="fr">bonjour</i>.</p>
<pre><code>code();</code></pre>
<ul><li>Outer<ul><li>Inner</li></ul></li></ul>
<div class="table-scroll"><table><caption>Caption</caption><tr><th>Year</th><th>Sum</th></tr><tr><td>2024</td><td><b>1</b>.5</td></tr></table></div>
<details><summary>More</summary><p>Hidden</p></details>
<p>Last<br>line.</p>
<section class="footnotes"><h2>Footnotes</h2><ol><li id="ui-fn-1"><p>Note</p></li></ol></section>
</div></div>`;

const order = [
  ...['Headline', 'Standfirst.', 'In short', 'A point', 'He came on 2.5 wheels.', 'He said'],
  ...['bonjour', 'Outer', 'Inner', 'Caption', 'Year, Sum', '2024, 1.5', 'More', 'Last line.'],
];

const said = (page: Page) => page.evaluate(() => window.fake.said);
const texts = async (page: Page) =>
  (await said(page)).map((line) => line.replace(/^.*?: /u, ''));
const finish = (page: Page, error?: string) =>
  page.evaluate((error) => window.fake.finish(error), error);
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('ui-spoken') ?? [])].map(String).join('|'));
const setVoices = (page: Page, ...voices: Parameters<FakeSpeech['setVoices']>[0]) =>
  page.evaluate((voices) => window.fake.setVoices(voices), voices);
const bar = (page: Page) => page.locator('#ui-player');

test('reading aloud', async (t) => {
  const open = await openScriptPages(t);
  if (!open) return;
  const openSpeaking = async (more: Partial<ScriptPage> = {}) => {
    const page = await open({ article, before: fakeSpeech, ...more });
    await setVoices(page, ['Anna', 'en-US', true], ['Remote', 'en-US', false]);
    return page;
  };
  const listen = async (page: Page) => {
    await page.click('.listen');
    await bar(page).waitFor();
  };
  // The click is forwarded later; the player takes the focus when it has it.
  const resume = async (page: Page) => {
    await page.click('.listen');
    await bar(page).locator(':focus').waitFor();
  };

  await t.test('is offered if there is a voice of the language', async () => {
    const page = await open({ article, before: fakeSpeech });
    const ready = () =>
      page.evaluate(
        () => 'ready' in (document.querySelector<HTMLElement>('.listen')?.dataset ?? {}),
      );
    assert.equal(await ready(), false);
    await setVoices(page, ['Yuna', 'ko-KR', true]);
    assert.equal(await ready(), false);
    await setVoices(page, ['Anna', 'en_GB', true]);
    assert.equal(await ready(), true);
  });

  await t.test('says the whole text in order, marks each sentence, and ends', async () => {
    const page = await openSpeaking();
    await setVoices(
      page,
      ['Anna', 'en-US', true],
      ['Jean', 'fr-FR', true],
      ['Far', 'en', false],
    );
    await listen(page);
    assert.equal(await bar(page).getAttribute('aria-label'), 'Listen');
    const marks: string[] = [];
    for (const _ of order) {
      marks.push(await marked(page));
      await finish(page);
    }
    assert.deepEqual(await texts(page), order);
    assert.deepEqual(
      (await said(page)).filter((line) => !line.startsWith('Anna 1: ')),
      ['Jean 1: bonjour'],
    );
    assert.deepEqual(marks.slice(4, 7), [
      'He came on\n2.5 wheels1.',
      'He said bonjour.',
      'He said bonjour.',
    ]);
    assert.equal(await marked(page), '');
    assert.equal(await bar(page).isVisible(), false);
  });

  await t.test('does not use a remote voice for foreign words', async () => {
    const page = await openSpeaking();
    await setVoices(page, ['Anna', 'en-US', true], ['Loin', 'fr-FR', false]);
    await listen(page);
    for (const _ of order) await finish(page);
    assert.ok((await said(page)).includes('Anna 1: He said bonjour.'));
  });

  await t.test('pauses, continues with the same sentence, and stops by keys', async () => {
    const page = await openSpeaking();
    await page.focus('.listen');
    await page.keyboard.press('Enter');
    await bar(page).waitFor();
    const toggle = bar(page).locator('.toggle');
    assert.equal(await toggle.textContent(), 'Pause');
    await finish(page);
    await page.keyboard.press('Enter');
    assert.equal(await toggle.textContent(), 'Resume');
    assert.equal(await marked(page), 'Standfirst.');
    await finish(page);
    await page.keyboard.press('Enter');
    assert.equal(await toggle.textContent(), 'Pause');
    assert.deepEqual(await texts(page), ['Headline', 'Standfirst.', 'Standfirst.']);
    await page.keyboard.press('Escape');
    assert.equal(await bar(page).isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'listen');
    assert.equal(await marked(page), '');
    await page.keyboard.press('Enter');
    // The player takes the focus when it speaks.
    await bar(page).locator(':focus').waitFor();
    assert.equal((await texts(page)).at(-1), 'Headline');
    await bar(page).getByText('Stop').click();
    assert.equal(await bar(page).isVisible(), false);
  });

  await t.test('continues by the button of the article', async () => {
    const page = await openSpeaking();
    await listen(page);
    await finish(page);
    await bar(page).locator('.toggle').click();
    await resume(page);
    assert.deepEqual(await texts(page), ['Headline', 'Standfirst.', 'Standfirst.']);
    await resume(page);
    assert.equal((await texts(page)).length, 3);
  });

  await t.test('changes the speed at once and keeps it', async () => {
    const page = await openSpeaking();
    await listen(page);
    await bar(page).locator('select').selectOption('1.5');
    assert.deepEqual(await said(page), ['Anna 1: Headline', 'Anna 1.5: Headline']);
    assert.equal(await page.evaluate(() => localStorage.getItem('dateline:speed')), '1.5');
    await page.reload();
    await setVoices(page, ['Anna', 'en-US', true]);
    await listen(page);
    assert.deepEqual(await said(page), ['Anna 1.5: Headline']);
    assert.equal(await bar(page).locator('select').inputValue(), '1.5');
  });

  await t.test('skips sentences that fail, and closes after three in a row', async () => {
    const page = await openSpeaking();
    await listen(page);
    await finish(page, 'network');
    await finish(page, 'network');
    await finish(page);
    assert.deepEqual(await texts(page), order.slice(0, 4));
    for (const _ of [1, 2, 3]) await finish(page, 'synthesis-failed');
    assert.equal(await bar(page).isVisible(), false);
    assert.equal(await marked(page), '');
  });

  for (const error of ['not-allowed', 'interrupted', 'canceled']) {
    await t.test(`closes after the error "${error}"`, async () => {
      const page = await openSpeaking();
      await listen(page);
      await finish(page, error);
      assert.equal(await bar(page).isVisible(), false);
      assert.deepEqual(await texts(page), ['Headline']);
    });
  }

  await t.test('repeats a sentence that ends without an event, then continues', async () => {
    const page = await openSpeaking({ isOwn: true });
    await page.clock.install();
    await listen(page);
    for (const _ of [1, 2, 3]) {
      await page.evaluate(() => window.fake.lose());
      await page.clock.runFor(5000);
    }
    assert.deepEqual(await texts(page), ['Headline', 'Headline', 'Standfirst.', 'Standfirst.']);
  });

  await t.test('pauses when the reader leaves the page', async () => {
    const page = await openSpeaking();
    await listen(page);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
    assert.equal(await page.evaluate(() => speechSynthesis.speaking), false);
    assert.equal(await bar(page).locator('.toggle').textContent(), 'Resume');
  });

  await t.test('scrolls to the sentence, unless the reader has scrolled away', async () => {
    const many = Array.from(
      { length: 60 },
      (_, number) => `<p id="p-${number}">Paragraph ${number}.</p>`,
    );
    const head =
      '<header class="article-header"><h1>Headline</h1><button class="listen" type="button">Listen</button></header><nav class="sections"><details><summary class="label">Sections</summary><ol></ol></details></nav>';
    const page = await openSpeaking({
      article: `${head}<div class="article-body"><div class="copy">${many.join('')}</div></div>`,
      viewport: { width: 360, height: 640 },
      reducedMotion: 'reduce',
    });
    const top = () => page.evaluate(() => scrollY);
    await listen(page);
    const bars = async () => [
      await page.locator('.sections').boundingBox(),
      await bar(page).boundingBox(),
    ];
    for (let number = 0; number < 20; number += 1) {
      await finish(page);
      const spoken = await page.locator(`#p-${number}`).boundingBox();
      const [above, below] = await bars();
      assert.ok(spoken && above && below);
      assert.ok(spoken.y >= above.y + above.height, `${number} is below the upper bar`);
      assert.ok(spoken.y + spoken.height <= below.y, `${number} is above the player`);
    }
    assert.ok((await top()) > 0);
    await page.evaluate(() => scrollTo(0, 0));
    for (let number = 0; number < 10; number += 1) await finish(page);
    assert.equal(await top(), 0);
  });

  await t.test('marks the block if the browser cannot mark text', async () => {
    const page = await openSpeaking();
    await page.evaluate(() => Object.defineProperty(CSS, 'highlights', { value: undefined }));
    await listen(page);
    for (let number = 0; number < 4; number += 1) await finish(page);
    assert.equal(await page.locator('.ui-spoken').getAttribute('id'), 'first');
  });

  await t.test('fits 360 px in both directions, with targets of 44 px', async () => {
    for (const direction of ['ltr', 'rtl']) {
      const viewport = { width: 360, height: 640 };
      const page = await openSpeaking({ direction, viewport });
      await listen(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
      for (const control of await bar(page).locator('button, select').all()) {
        const box = await control.boundingBox();
        assert.ok(box && box.width >= 44 && box.height >= 44, JSON.stringify(box));
        assert.ok(box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
      }
    }
  });
});
