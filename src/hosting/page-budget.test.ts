import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureOverhead } from './measure-overhead.ts';
import { formatPageFaults, judgePage, pageBudget } from './page-budget.ts';

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
  {
    of: 'the style sheet of a theme',
    html: article({ style: `@layer theme{${fill(500_000)}}` }),
    counts: false,
  },
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
  test(`${of} ${counts ? 'counts' : 'does not count'} as overhead`, () => {
    const { total } = measureOverhead(html);
    assert.equal(total > 400_000, counts, `${total} bytes`);
  });
}

test('counts bytes, not letters', () => {
  assert.equal(
    measureOverhead('<nav>가</nav>').total - measureOverhead('<nav>a</nav>').total,
    2,
  );
});

const judge = (file: string, html: string) => judgePage(file, Buffer.from(html));

test('accepts a page within its budget, and names a page that exceeds it with its largest parts', () => {
  const small = article({ style: fill(25_000), text: fill(90_000) });
  assert.equal(judge('a/index.html', small), undefined);
  const large = judge('index.html', article({ style: fill(pageBudget.article) }));
  assert.equal(large?.severity, 'error');
  assert.throws(
    () => formatPageFaults([large]),
    (error: Error) => {
      assert.equal(error.name, 'HostingError');
      assert.match(
        error.message,
        /^index\.html: expected at most \d+ bytes .* got \d+ \(style sheets \d+/u,
      );
      return true;
    },
  );
});

test('names five of many pages that exceed their budget', () => {
  const faults = Array.from({ length: 9 }, (_, page) =>
    judge(`${page}.html`, article({ style: fill(90_000) })),
  );
  const found = faults.filter((fault) => fault !== undefined);
  assert.throws(() => formatPageFaults(found), /… and 4 more pages/u);
});

test('warns about names in the content, and never fails because of them', () => {
  const head = `<head><title>${fill(40_000)}</title></head><header class="masthead">x</header>`;
  const faults = [
    judge('a.html', article({ topics: fill(90_000) })),
    judge('b.html', `${head}<main></main>`),
  ];
  const warnings = formatPageFaults(faults.filter((fault) => fault !== undefined));
  assert.equal(warnings.length, 2);
  assert.match(
    warnings[0] ?? '',
    /^warning: a\.html: expected at most 31000 bytes .*; use fewer .* topics or authors$/u,
  );
});

test('does not count percent-escapes', () => {
  assert.equal(
    measureOverhead('<nav>%EA%B0%80</nav>').total - measureOverhead('<nav></nav>').total,
    0,
  );
});

test('counts no words of an article as part of every page, whatever their characters', () => {
  const page = (words: string) =>
    `<head><meta name="description" content="${words}"></head><div class="article-body"></div>` +
    `<figure class="article-picture"><img alt="${words}"></figure>` +
    `<section class="key-points">${words}</section><footer class="article-footer"></footer>`;
  assert.equal(
    measureOverhead(page('a > b '.repeat(100))).fixed,
    measureOverhead(page('')).fixed,
  );
});
