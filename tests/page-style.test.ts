import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { blockStyles } from '../src/content/markdown/block-styles.ts';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { browserOrSkip } from './browser.ts';
import { sevenHundredWords } from './reading-content.ts';
import { makeWave } from './support/make-clips.ts';
import { type Files, projectRoot, sharedSite } from './test-site.ts';

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="90" height="90" fill="red"/></svg>';

/** Texts with one rare element, and articles with one rare field. */
const texts: Readonly<Record<string, string>> = {
  aside: '<aside>\n\nBeside the text.\n\n</aside>',
  box: ':::factbox\nFacts.\n:::\n\n> [!TIP]-\n> Words.',
  people: ':::people\n- **Jane Roe** - minister\n:::',
  pullquote: ':::pullquote\nWords set apart.\n\n-- Jane Roe\n:::',
  repeated: 'Words set apart.\n\n:::pullquote\nWords set apart.\n\n-- Jane Roe\n:::',
  questions: '**Q:** What?\n\n**A:** This.\n\n**Q:** And?\n\n**A:** That.',
  timeline: ':::timeline\n- 2026-01-06: Opened.\n- **Spring 1989** - Closed.\n:::',
  chart: '::chart[Shares]{file=shares.csv}',
  player: 'https://vimeo.com/1234',
  clip: '![Bells](bells.wav)',
  gallery: '![One](a.svg)\n![Two](b.svg)',
  code: 'The word `const`.',
  definition: '<dl><dt>Term</dt><dd>Meaning.</dd></dl>',
  details: '<details><summary>More</summary>\n\nHidden words.\n\n</details>',
  footnote: 'A claim[^1].\n\n[^1]: The note.',
  german: '<p lang="de">Die Bezirksversammlung.</p>',
  heading: '## A\n\n### B\n\n#### C\n\nText.',
  japanese: '<h2 lang="ja">市議会</h2>\n\nText.',
  keys: 'Press <kbd>Ctrl</kbd>.',
  korean: 'In Seoul they say <em lang="ko-KR">다리</em>.',
  live: '## 2026-05-20T10:00Z A boat leaves\n\nText.',
  mark: 'A <mark>marked</mark> word.',
  output: 'It says <samp>done</samp>.',
  preformatted: '```\nA block.\n```',
  quotation: '<figure><blockquote>\n\nWords set apart.\n\n</blockquote></figure>',
  rule: 'Before.\n\n---\n\nAfter.',
  small: 'H<sub>2</sub>O and x<sup>2</sup>.',
  table: '| A | B |\n| --- | ---: |\n| 1 | 2 |',
  tasks: '- [x] done\n- [ ] open',
  turned: '<p dir="rtl"><a href="https://other.example/">Kept</a></p>',
};
const fields: Readonly<Record<string, string>> = {
  corrections: 'corrections: [{date: 2026-05-21, text: A number was wrong., kind: correction}]',
  dateline: 'dateline: HARBOUR',
  kind: 'kind: opinion\nkicker: The quota',
  points: 'keyPoints: [One, Two]',
};
const article = (title: string, more: string, text: string) =>
  `---\ntitle: ${title}\ndate: 2026-05-20\n${more}\n---\n\n${text}\n`;
const content: Files = {
  'shares.csv': 'City,Share\nSeoul,34.5\nBusan,12\n',
  'bells.wav': makeWave(1),
  'a.svg': square,
  'b.svg': square.replace('red', 'blue'),
  'publication.yaml': 'name: The Daily Test\nlanguages: [en, ko, de]\n',
  'typical.md': article(
    'Harbour trust questions the fishing quota for a third time',
    'summary: The quota takes effect in forty days, earlier than the boats had expected.\n' +
      'section: World\ntopics: [Fishing, Harbours, Boats]\nauthors: [Petra Lindqvist]',
    sevenHundredWords(),
  ),
  'plain.md': article('Plain', '', '## A heading\n\n> Words, *some* **loud**.\n\n- One\n- Two'),
  ...Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [`${name}.md`, article(name, '', text)]),
  ),
  ...Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      `${name}.md`,
      article(name, field, 'Text.'),
    ]),
  ),
  'stories/quota.md':
    '---\ntitle: The quota\nkeyDates: [{date: 2026-05-01, text: A vote.}]\n---\n\nText.\n',
  'people/petra.md': '---\nname: Petra Lindqvist\n---\n\nShe writes.\n',
  'translated.md': article('Translated', '', 'Text.'),
  'translated.ko.md': '---\ntitle: 번역\n---\n\n## 표결\n\n본문.\n',
  'translated.de.md': '---\ntitle: Übersetzt\n---\n\n## Abstimmung\n\nText.\n',
};

/** Style sheets that only some pages need, each with a selector that no other sheet has. */
const parts = {
  'writing-systems': ':lang(ko)',
  'long-words':
    ':is(:lang(de), :lang(nl), :lang(sv), :lang(da), :lang(no), :lang(fi), :lang(hu))',
  'lists-and-quotations': '.copy blockquote',
  external: '[rel~="external"]',
  sections: '.sections ol',
  teasers: '.teaser-summary',
  kinds: '.kicker-text',
  live: '.copy > .live-entry',
  'front-masthead': '.tagline',
  front: '.front-title',
  index: '.index',
  'east-asian': ':root:lang(ko)',
  lists: '.list-links a',
  years: '.decade ol',
  'folded-links': '.list-links summary',
  profile: '.biography',
  credits: '.shown-in',
  figures: 'picture',
  'article-figures': '.article-picture',
  translations: '.translations p',
  'key-points': '.key-points li',
  extras: '.dateline',
  'running-story': '.story-timeline ol',
  ending: '.related li',
  notes: '.footnotes',
  boxes: '.copy .box',
  timeline: '.copy .timeline .when',
  people: '.copy .people > ul',
  'pull-quote': '.copy .pull-quote',
  questions: '.copy .qa dt',
  rare: '.copy hr',
  code: '.copy :is(code, kbd, samp)',
  tables: '.copy caption',
  charts: '.chart text',
  players: '.player .service',
  clips: '.transcript',
  galleries: '.gallery figure',
} as const;
const pathOfStyle = (name: string) =>
  `${projectRoot}/src/site/styles/${name in blockStyles ? 'blocks/' : ''}${name}.css`;
const rules = Object.entries(parts).map(([name, marker]) => ({
  name,
  marker,
  css: readFileSync(pathOfStyle(name), 'utf8').replace(/@import.*;/u, ''),
}));

/** Links to the style sheets of blocks, with their files. */
const blockLinks = /<link rel="stylesheet" href="\/(assets\/[^"]*)">/gu;

/** Runs in a browser: for each page and style sheet, whether the page has it and needs it. */
function compareRules([pages, sheets]: readonly [
  readonly string[],
  readonly { name: string; marker: string; css: string }[],
]) {
  const rulesOf = (css: string) => {
    const all = (list: CSSRuleList): CSSStyleRule[] =>
      [...list].flatMap((rule) =>
        rule instanceof CSSStyleRule
          ? [rule]
          : rule instanceof CSSGroupingRule
            ? all(rule.cssRules)
            : [],
      );
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return all(sheet.cssRules).map(({ selectorText }) => selectorText);
  };
  const parsed = sheets.map(({ name, marker, css }) => ({ name, marker, own: rulesOf(css) }));
  return pages.map((html) => {
    const shown = new DOMParser().parseFromString(html, 'text/html');
    const has = new Set(
      [...shown.querySelectorAll('style')].flatMap((style) => rulesOf(style.textContent)),
    );
    return parsed.map(({ name, marker, own }) => ({
      name,
      has: has.has(marker),
      // Names of languages in links do not need the rules of these languages.
      needs: own.find((selector) =>
        [...shown.querySelectorAll(selector.replaceAll(/::[\w-]+/gu, ''))].some(
          (element) => !element.closest('[hreflang]'),
        ),
      ),
    }));
  });
}

test('the style of pages', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, content);
  const served = await serveFolder(site.outDir);
  t.after(() => served.close());
  const origin = served.address.replace(/\/$/u, '');
  const pages = (await site.list()).filter((file) => file.endsWith('.html'));
  const pathOf = (file: string) => `${origin}/${file.replace(/index\.html$/u, '')}`;

  await t.test('every page has the rules of all its elements', async () => {
    const page = await browser.newPage();
    const found = new Set<string>();
    const html = await Promise.all(
      pages.map(async (file) => {
        const text = await site.read(file);
        const linked = [...text.matchAll(blockLinks)].map(([, name = '']) => site.read(name));
        const css = (await Promise.all(linked)).join('');
        return text.replace('</head>', () => `<style>${css}</style></head>`);
      }),
    );
    const styles = await page.evaluate(compareRules, [html, rules] as const);
    await page.close();
    for (const [index, file] of pages.entries())
      for (const { name, has, needs } of styles[index] ?? []) {
        assert.ok(has || needs === undefined, `${file}: ${name} is missing, for ${needs}`);
        if (name in blockStyles) assert.ok(needs ?? !has, `${file}: ${name} is not needed`);
        if (needs) found.add(`${name} ${basename(file.replace('/index.html', ''))}`);
      }
    for (const [name, others] of [
      ['rare', ['aside', 'definition', 'details', 'heading', 'mark', 'rule', 'tasks']],
      ['code', ['code', 'keys', 'output', 'preformatted']],
      ['tables', ['table', 'chart']],
      ['charts', ['chart']],
      ['boxes', ['box', 'people', 'timeline']],
      ['timeline', ['timeline']],
      ['people', ['people']],
      ['pull-quote', ['pullquote', 'repeated']],
      ['questions', ['questions']],
      ['players', ['player']],
      ['clips', ['clip']],
      ['galleries', ['gallery']],
      ['lists-and-quotations', ['footnote', 'plain', 'quotation']],
      ['external', ['turned']],
      ['sections', ['heading', 'plain']],
      ['key-points', ['points']],
      ['extras', ['corrections', 'dateline']],
      ['translations', ['translated']],
      ['live', ['live']],
      ['kinds', ['kind']],
      ['notes', ['footnote', 'small']],
      ['ending', ['plain']],
      ['article-figures', ['quotation']],
      ['writing-systems', ['korean', 'japanese', 'turned', 'translated']],
      ['long-words', ['german', 'translated']],
    ] as const)
      for (const other of others) assert.ok(found.has(`${name} ${other}`), `${name} ${other}`);
  });

  await t.test('a plain article has only the rules of its elements', async () => {
    const html = await site.read('2026/05/20/plain/index.html');
    // Shared, article, lists and quotations, sections, and the links below it.
    assert.equal(html.match(/<style/gu)?.length, 5);
    assert.doesNotMatch(html, /teaser|\.copy table|:lang\(ko\)|@media print/u);
  });

  await t.test('an article of 700 words has at most 27 KB, and 10 KB compressed', async () => {
    const html = await site.read('2026/05/20/typical/index.html');
    assert.ok(Buffer.byteLength(html) <= 27_000, `${Buffer.byteLength(html)} bytes`);
    const compressed = brotliCompressSync(html).byteLength;
    assert.ok(compressed <= 10_000, `${compressed} bytes compressed`);
  });

  const { print, settings } = Object.fromEntries(
    (await site.list()).flatMap((file) => {
      const name = /^assets\/(print|settings)\.\w+\.css$/u.exec(file)?.[1];
      return name === undefined ? [] : [[name, `/${file}`]];
    }),
  );

  await t.test('a page does not wait for the style sheet of print', async () => {
    const page = await browser.newPage();
    await page.route(`**${print}`, () => {});
    await page.goto(pathOf('2026/05/20/plain/index.html'), { waitUntil: 'commit' });
    await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
    );
    await page.locator('.keep-offline[data-ready]').waitFor();
    await page.close();
  });

  await t.test('the settings of a reader apply at the first paint', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await context.addInitScript(() => {
      localStorage.setItem('dateline:settings', '{"theme":"dark","size":"2"}');
    });
    const page = await context.newPage();
    await page.route(`**${settings}`, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await page.goto(pathOf('2026/05/20/plain/index.html'), { waitUntil: 'load' });
    await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0);
    const { paint, loaded, ...styled } = await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-paint')[0]?.startTime ?? 0,
      loaded:
        performance
          .getEntriesByType('resource')
          .filter(({ name }) => /settings\.\w+\.css$/u.test(name))
          .map((entry) => (entry as PerformanceResourceTiming).responseEnd)[0] ?? Infinity,
      paper: getComputedStyle(document.documentElement).backgroundColor,
      scale: getComputedStyle(document.documentElement).getPropertyValue('--scale'),
    }));
    assert.deepEqual(styled, { paper: 'rgb(23, 22, 20)', scale: '1.26' });
    assert.ok(paint >= loaded, `painted at ${paint}, settings at ${loaded}`);
    await context.close();
  });

  await t.test('a page does not request the style of settings if there are none', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(pathOf('2026/05/20/plain/index.html'), { waitUntil: 'load' });
    assert.ok(!asked.includes(settings ?? ''), asked.join());
    await page.close();
  });
});
