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

test('letters count as the bytes that they are', () => {
  assert.equal(
    measureOverhead('<nav>가</nav>').total - measureOverhead('<nav>a</nav>').total,
    2,
  );
});

const judge = (file: string, html: string) => judgePage(file, Buffer.from(html));

test('a page within its budget passes, one beyond it is named with what is large', () => {
  const light = article({ style: fill(25_000), text: fill(90_000) });
  assert.equal(judge('a/index.html', light), undefined);
  const heavy = judge('index.html', article({ style: fill(pageBudget.article) }));
  assert.equal(heavy?.severity, 'error');
  assert.throws(
    () => formatPageFaults([heavy]),
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

test('of many pages beyond their budget five are named', () => {
  const faults = Array.from({ length: 9 }, (_, page) =>
    judge(`${page}.html`, article({ style: fill(90_000) })),
  );
  const found = faults.filter((fault) => fault !== undefined);
  assert.throws(() => formatPageFaults(found), /… and 4 more pages/u);
});

test('what people wrote is a warning and never stops a build', () => {
  const head = `<head><title>${fill(40_000)}</title></head><header class="masthead">x</header>`;
  const faults = [
    judge('a.html', article({ topics: fill(90_000) })),
    judge('b.html', `${head}<main></main>`),
  ];
  const warnings = formatPageFaults(faults.filter((fault) => fault !== undefined));
  assert.equal(warnings.length, 2);
  assert.match(
    warnings[0] ?? '',
    /^warning: a\.html: expected at most 32000 bytes .*; name fewer .* topics or authors$/u,
  );
});

test('escapes of addresses do not count', () => {
  assert.equal(
    measureOverhead('<nav>%EA%B0%80</nav>').total - measureOverhead('<nav></nav>').total,
    0,
  );
});
