import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removeCommentsIn } from '../../src/content/fields/check-plain-text.ts';
import { cleanText } from '../../src/content/fields/clean-text.ts';
import { browserOrSkip } from '../browser.ts';
import { rounds } from '../support/rounds.ts';
import { sharedSite } from '../test-site.ts';
import { faultOf } from './allowed-markup.ts';
import {
  type HostileArticle,
  hostileArticles,
  hostileContent,
  printedFields,
} from './hostile-content.ts';
import { openSite, readSite } from './open-site.ts';
import { wordOf } from './vectors/fill-vector.ts';

/** Of articles with one vector, every third is opened; all in `npm run test:long`. */
const step = rounds(3, 1);
const isOpened = ({ vectors }: HostileArticle, n: number) =>
  vectors.length !== 1 || n % step === 0;

test('a site of hostile articles is harmless', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, await hostileContent(), { SKIP_INVALID: '1' });
  const paths = (await site.list()).filter((path) => path.endsWith('.html'));
  const pages = await readSite(browser, site.outDir, paths);
  const articles = hostileArticles.filter(isOpened).map(({ slug }) => pathOf(slug));
  // Redirect pages would leave the frame.
  const lists = paths.filter((path) => !/^old\/|\/case-\d+\//u.test(path));
  const opened = [
    ...paths.filter((path) => articles.includes(path)),
    ...lists.filter((_, n) => n % 40 === 0),
  ];
  const conduct = await openSite(browser, site.outDir, opened.map(addressOf));

  // The same site with harmless texts shows what a page may consist of.
  const control = await sharedSite(t, await hostileContent(true));
  const plain = (await control.list()).filter((path) => path.endsWith('.html'));
  const plainPages = await readSite(browser, control.outDir, plain);
  const known = new Set([...plainPages.values()].flatMap(({ signs }) => signs));

  const leftOut = new Set(
    site.stderr
      .match(/^ {2}\S*\/content\/.*\.md$/gmu)
      ?.map((line) => line.replace(/^.*\/|\.md$/gu, '')),
  );

  await t.test('runs no script of an article', () => {
    assert.ok(conduct.pages.size > 40, `${conduct.pages.size} pages`);
    assert.deepEqual([...conduct.ran], []);
  });

  await t.test('sends no request to another host', () => {
    assert.deepEqual([...conduct.asked], []);
  });

  await t.test('renders articles only as allowed elements and attributes', () => {
    const faults = [...pages].flatMap(([path, { copy }]) =>
      copy.flatMap((element) => faultOf(element) ?? []).map((fault) => `${path} ${fault}`),
    );
    assert.deepEqual(faults, []);
    assert.ok([...pages.values()].flatMap(({ copy }) => copy).length > 1000);
  });

  await t.test('has no elements around articles that a harmless site does not have', () => {
    const faults = [...pages].flatMap(([path, { signs }]) =>
      signs.filter((sign) => !known.has(sign)).map((sign) => `${path} ${sign}`),
    );
    assert.deepEqual(faults, []);
  });

  await t.test('links only to addresses of the web, mail and telephones', () => {
    const faults = [...pages].flatMap(([path, { addresses }]) =>
      addresses
        .filter((one) => !/^(?:https?|mailto|tel):/u.test(one))
        .map((one) => `${path} ${one}`),
    );
    assert.deepEqual(faults, []);
  });

  await t.test('has structured data that is JSON', () => {
    for (const { data } of pages.values()) for (const text of data) JSON.parse(text);
  });

  await t.test(
    'has the same header rules as a harmless site, and only plain redirects',
    async () => {
      assert.equal(await site.read('_headers'), await control.read('_headers'));
      const [, ...rules] = (await site.read('_redirects')).trimEnd().split('\n');
      assert.ok(rules.length > 20, `${rules.length} old addresses`);
      // Each redirects a path of this site without wildcards to another.
      for (const rule of rules)
        assert.match(
          rule,
          /^(?:\/old\/\d+\/[^\s*:]+ \/2026|\/section\/[^\s*:]+ \/section)\/[^\s:]+ 301$/u,
        );
    },
  );

  await t.test('shows every word of the articles', () => {
    const lost: string[] = [];
    for (const { slug, vectors, words } of hostileArticles) {
      const page = pages.get(pathOf(slug));
      if (!page) {
        assert.ok(leftOut.has(slug), slug);
        continue;
      }
      for (const { number, vector } of vectors)
        if (vector.includes('WORD') && !page.text.includes(wordOf(number)))
          lost.push(`${slug}: the word of ${vector}`);
      if (words === undefined) continue;
      const text = withoutMarks(page.text);
      for (const field of printedFields)
        if (!text.includes(withoutMarks(cleanText(removeCommentsIn(`${field}: ${words}`)))))
          lost.push(`${slug}: ${field}: ${words}`);
    }
    assert.deepEqual(lost, []);
  });

  await t.test('leaves out what it rejects, and reports each with its place', () => {
    const reported = site.stderr.split('\n').filter((line) => !/ warning: /u.test(line));
    for (const slug of leftOut) {
      const fault = new RegExp(
        `/content/${slug}\\.md:\\d+:\\d+ {2}\\w+: expected .+, got .`,
        'u',
      );
      assert.ok(
        reported.some((line) => fault.test(line)),
        slug,
      );
    }
    assert.ok(leftOut.size < 60, `${[...leftOut]} ${reported.join('\n').slice(0, 9000)}`);
  });
});

function pathOf(slug: string): string {
  return `2026/01/06/${slug}/index.html`;
}

function addressOf(path: string): string {
  return `/${path.replace(/(?<![^/])index\.html$/u, '')}`;
}

/** Headlines and other fields get typographic marks as the text does. */
function withoutMarks(text: string): string {
  return text.replace(/["'“”‘’.…–—-]/gu, '').replace(/\s+/gu, ' ');
}
