import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removeCommentsIn } from '../../src/content/fields/check-plain-text.ts';
import { cleanText } from '../../src/content/fields/clean-text.ts';
import { browserOrSkip } from '../browser.ts';
import { buildSite } from '../test-site.ts';
import { faultOf } from './allowed-markup.ts';
import { boundlessProject } from './boundless-project.ts';
import { hostileArticles, hostileContent, printedFields } from './hostile-content.ts';
import { openSite, readSite } from './open-site.ts';
import { wordOf } from './vectors/fill-vector.ts';

test('a folder of hostile articles becomes a harmless site', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const root = await boundlessProject(t);
  const site = await buildSite(t, await hostileContent(), { SKIP_INVALID: '1' }, { root });
  assert.equal(site.code, 0, site.stderr.slice(-3000));
  const paths = (await site.list()).filter((path) => path.endsWith('.html'));
  const pages = await readSite(browser, site.outDir, paths);
  // Opens all articles and some of the lists. Redirect pages would leave the frame.
  const isOpened = (path: string, n: number) =>
    !path.startsWith('old/') && (/\/case-\d+\//u.test(path) || n % 40 === 0);
  const opened = await openSite(browser, site.outDir, addressesOf(paths.filter(isOpened)));

  // The same site with harmless texts shows what a page may consist of.
  const control = await buildSite(t, await hostileContent(true));
  assert.equal(control.code, 0, control.stderr);
  const plain = (await control.list()).filter((path) => path.endsWith('.html'));
  const known = new Set(
    [...(await readSite(browser, control.outDir, plain)).values()].flatMap(
      ({ signs }) => signs,
    ),
  );

  const leftOut = new Set(
    site.stderr
      .match(/^ {2}\S*\/content\/.*\.md$/gmu)
      ?.map((line) => line.replace(/^.*\/|\.md$/gu, '')),
  );

  await t.test('in which no script of an article runs', () => {
    assert.deepEqual([...opened.ran], []);
  });

  await t.test('which asks no other host for anything', () => {
    assert.deepEqual([...opened.asked], []);
  });

  await t.test('whose articles hold nothing but what an article may hold', () => {
    const faults = [...pages].flatMap(([address, { copy }]) =>
      copy.flatMap((element) => faultOf(element) ?? []).map((fault) => `${address} ${fault}`),
    );
    assert.deepEqual(faults, []);
    assert.ok([...pages.values()].flatMap(({ copy }) => copy).length > 1000);
  });

  await t.test('whose pages are otherwise made of what harmless ones are made of', () => {
    const faults = [...pages].flatMap(([address, { signs }]) =>
      signs.filter((sign) => !known.has(sign)).map((sign) => `${address} ${sign}`),
    );
    assert.deepEqual(faults, []);
  });

  await t.test('whose links lead to pages of the web', () => {
    const faults = [...pages].flatMap(([address, { addresses }]) =>
      addresses
        .filter((one) => !/^(?:https?|mailto|tel):/u.test(one))
        .map((one) => `${address} ${one}`),
    );
    assert.deepEqual(faults, []);
  });

  await t.test('whose data for programs can be read', () => {
    for (const { data } of pages.values()) for (const text of data) JSON.parse(text);
  });

  await t.test('whose host is told nothing by an article', async () => {
    assert.equal(await site.read('_headers'), await control.read('_headers'));
    const [, ...rules] = (await site.read('_redirects')).trimEnd().split('\n');
    assert.ok(rules.length > 50, 'old addresses');
    // Each redirects a path of this site without wildcards to another.
    for (const rule of rules) assert.match(rule, /^\/old\/\d+\/[^\s*:]+ \/2026\/[^\s:]+ 301$/u);
  });

  await t.test('whose articles say every word', () => {
    const lost: string[] = [];
    for (const { slug, vectors, words } of hostileArticles) {
      const page = opened.pages.get(`/2026/01/06/${slug}/`);
      if (!page) {
        assert.ok(leftOut.has(slug), slug);
        continue;
      }
      for (const { number, vector } of vectors)
        if (vector.includes('WORD') && !page.text.includes(wordOf(number)))
          lost.push(`${slug}: the word of ${vector}`);
      const text = withoutMarks(page.text);
      for (const field of printedFields)
        if (!text.includes(withoutMarks(cleanText(removeCommentsIn(`${field}: ${words}`)))))
          lost.push(`${slug}: ${field}: ${words}`);
    }
    assert.deepEqual(lost, []);
  });

  await t.test('from which is left out what cannot be published, with place and cure', () => {
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

function addressesOf(paths: readonly string[]): string[] {
  return paths.map((path) => `/${path.replace(/(?<![^/])index\.html$/u, '')}`);
}

/** Headlines and other fields get typographic marks as the text does. */
function withoutMarks(text: string): string {
  return text.replace(/["'“”‘’.…–—-]/gu, '').replace(/\s+/gu, ' ');
}
