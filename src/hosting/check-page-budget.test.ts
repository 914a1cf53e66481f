import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkPageBudget } from './check-page-budget.ts';
import { measureFurniture } from './measure-furniture.ts';
import { pageBudget } from './page-budget.ts';
import { temporaryFolder } from './temporary-folder.ts';

const fill = (bytes: number) => 'x'.repeat(bytes);

const article = ({ style = '', text = '', topics = '', list = '' }) =>
  `<style>${style}</style><main><article><ol>${list}</ol><div class="article-body">${text}</div>` +
  `<footer class="article-footer">${topics}</footer></article></main>`;

const cases = [
  { of: 'an article’s text', html: article({ text: fill(500_000) }), counts: false },
  {
    of: 'an article’s list of sections',
    html: article({ list: fill(500_000) }),
    counts: false,
  },
  { of: 'an article’s style sheet', html: article({ style: fill(500_000) }), counts: true },
  { of: 'an article’s topics', html: article({ topics: fill(500_000) }), counts: true },
  {
    of: 'the list of an article’s picture credits',
    html: article({
      topics: `<section class="picture-credits">${fill(500_000)}</section>`,
    }),
    counts: false,
  },
  { of: 'a list’s entries', html: `<main>${fill(500_000)}</main>`, counts: false },
  { of: 'a list’s menu', html: `<nav>${fill(500_000)}</nav><main></main>`, counts: true },
];
for (const { of, html, counts } of cases) {
  test(`${of} ${counts ? 'counts' : 'does not count'} as furniture`, () => {
    const { total } = measureFurniture(html);
    assert.equal(total > 400_000, counts, `${total} bytes`);
  });
}

test('letters count as the bytes that they are', () => {
  assert.equal(
    measureFurniture('<nav>가</nav>').total - measureFurniture('<nav>a</nav>').total,
    2,
  );
});

test('a page within its budget passes, one beyond it is named with what is large', async (t) => {
  const folder = await temporaryFolder(t);
  await mkdir(join(folder, 'a'));
  await writeFile(
    join(folder, 'a/index.html'),
    article({ style: fill(30_000), text: fill(90_000) }),
  );
  checkPageBudget(folder);
  await writeFile(join(folder, 'index.html'), article({ style: fill(pageBudget.article) }));
  assert.throws(
    () => checkPageBudget(folder),
    (error: Error) => {
      assert.equal(error.name, 'HostingError');
      assert.match(
        error.message,
        /^index\.html: expected at most \d+ bytes .* got \d+ \(style sheets \d+/u,
      );
      assert.doesNotMatch(error.message, /a\/index/u);
      return true;
    },
  );
});

test('of many pages beyond their budget five are named', async (t) => {
  const folder = await temporaryFolder(t);
  for (let page = 0; page < 9; page += 1)
    await writeFile(join(folder, `${page}.html`), article({ style: fill(90_000) }));
  assert.throws(() => checkPageBudget(folder), /… and 4 more pages/u);
});

test('what people wrote is a warning and never stops a build', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'a.html'), article({ topics: fill(90_000) }));
  const head = `<head><title>${fill(40_000)}</title></head><header class="masthead">x</header>`;
  await writeFile(join(folder, 'b.html'), `${head}<main></main>`);
  const warnings = checkPageBudget(folder);
  assert.equal(warnings.length, 2);
  assert.match(
    warnings[0] ?? '',
    /^warning: a\.html: expected at most 40000 bytes .*; name fewer .* topics or authors$/u,
  );
});

test('escapes of addresses do not count', () => {
  assert.equal(
    measureFurniture('<nav>%EA%B0%80</nav>').total - measureFurniture('<nav></nav>').total,
    0,
  );
});
