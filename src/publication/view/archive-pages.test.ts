import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { printed, testView } from '../../../tests/support/test-view.ts';
import { createPublication } from '../edition/create-publication.ts';
import { planArchivePage } from './archive-page.ts';
import { createPage, type PageRecipe } from './create-page.ts';
import { planDayPages } from './day-page.ts';
import { planDaysPage } from './days-page.ts';
import { planListPages } from './plan-lists.ts';

/** The archive by years, and the days of every year. */

const dated = (...days: readonly string[]) =>
  days.map((date, index) => testContentFile(`a${index}.md`, { title: `A${index}`, date }));

function view(
  files = dated('2026-01-06', '2026-01-06', '2024-01-06', '2024-02-29'),
  yaml = '',
) {
  const { publication } = createPublication(
    files,
    testSettings(`languages: [en, ko]\n${yaml}`),
    {
      ...{ now: Date.parse('2026-03-01'), drafts: false, files: new Set<string>() },
    },
  );
  const { context, collector } = testView({ publication, basePath: '/base/' });
  const [edition] = publication.editions;
  assert.ok(edition);
  const create = <Kind extends PageRecipe['page']>(plan: PageRecipe<Kind>) =>
    printed(createPage(context, plan));
  return { context, edition, create, briefOf: collector.briefOf, collector };
}

test('the archive has each year and its months with their number of articles, newest first', () => {
  const { edition, create } = view();
  const [page] = planArchivePage(edition).map(create);
  assert.equal(page?.shell.description, '2026 · 2024');
  const month = (text: string, href: string, count: string) => ({ text, href, count });
  assert.deepEqual(page?.parts, [
    {
      heading: { text: '2026', href: '/base/2026/', id: 'ui-2026' },
      items: [month('January', '/base/2026/01/', '2 articles')],
    },
    {
      heading: { text: '2024', href: '/base/2024/', id: 'ui-2024' },
      items: [
        month('February', '/base/2024/02/', '1 article'),
        month('January', '/base/2024/01/', '1 article'),
      ],
    },
  ]);
  assert.deepEqual(
    page?.links.map(({ href }) => href),
    ['/base/page/', '/base/on-this-day/'],
  );
});

test('the archive of more than five years has years only', () => {
  const years = ['2026', '2025', '2024', '2023', '2022', '2020'];
  const { edition, create } = view(dated(...years.map((year) => `${year}-01-06`)));
  const [page] = planArchivePage(edition).map(create);
  assert.deepEqual(page?.parts, [
    {
      items: years.map((year) => ({
        text: year,
        href: `/base/${year}/`,
        count: '1 article',
      })),
    },
  ]);
});

test('the archive of a century has decades, with the years in columns', () => {
  const years = Array.from({ length: 95 }, (_, index) => 2026 - index).filter(
    (year) => year !== 1987,
  );
  const { edition, create } = view([
    ...dated(...years.map((year) => `${year}-01-06`)),
    testContentFile('b.md', { date: '1985-03-04' }),
  ]);
  const [page] = planArchivePage(edition).map(create);
  assert.ok(page && 'decades' in page);
  // For components of themes.
  assert.equal(page.parts[0]?.items.length, 94);
  assert.equal(page.decades?.length, 10);
  const [newest] = page.decades;
  assert.match(newest?.heading ?? '', /^2020\D+2026$/u);
  assert.deepEqual([newest?.count, newest?.years.length], ['7 articles', 7]);
  const of1980 = page.decades[4];
  assert.equal(of1980?.count, '10 articles');
  assert.deepEqual(of1980?.years.slice(5, 8), [
    { year: '1985', text: '1985', href: '/base/1985/', count: '2' },
    { year: '1986', text: '1986', href: '/base/1986/', count: '1' },
    { year: '1987', text: '1987' },
  ]);
  const oldest = page.decades.at(-1);
  assert.match(oldest?.heading ?? '', /^1932\D+1939$/u);
  // The columns before the first year are empty.
  assert.deepEqual(
    oldest?.years.slice(0, 3).map(({ text }) => text),
    [undefined, undefined, '1932'],
  );
});

test('an edition without articles has no archive', () => {
  const { context, edition, create } = view([]);
  assert.deepEqual(planArchivePage(edition), []);
  assert.deepEqual(planDaysPage(context, edition), []);
  const [page] = [...planListPages(context, edition, view([]).collector)].map(create);
  assert.doesNotMatch(JSON.stringify(page), /archive\//u);
});

test('a day of a century shows fewer articles of each year', () => {
  const days = Array.from({ length: 200 }, (_, index) => `${2026 - (index >> 1)}-01-06`);
  const { context, edition, create, briefOf } = view(dated(...days));
  const [page] = planDayPages(context, edition, briefOf).map(create);
  assert.equal(page?.groups?.length, 100);
  assert.ok(
    page.groups.every(({ entries, count }) => entries.length === 1 && count === '2 articles'),
  );
});

test('a day with articles of several years has a page of them, newest year first', () => {
  const { context, edition, create, briefOf } = view();
  const plans = planDayPages(context, edition, briefOf);
  assert.deepEqual(
    plans.map(({ address }) => address),
    ['/on-this-day/01-06/'],
  );
  const [page] = plans.map(create);
  assert.equal(page?.heading, 'On this day: 6 January');
  assert.deepEqual(
    page?.groups?.map(({ link, count, entries }) => [
      `${link.text} ${link.href} ${count}`,
      ...entries.map(({ headline }) => headline),
    ]),
    [
      ['2026 /base/2026/01/ 2 articles', 'A0', 'A1'],
      ['2024 /base/2024/01/ 1 article', 'A2'],
    ],
  );
});

test('a day shows at most five articles of a year, and their number', () => {
  const many = [...Array.from({ length: 9 }, () => '2025-05-01'), '2024-05-01'];
  const { context, edition, create, briefOf } = view(dated(...many));
  const [page] = planDayPages(context, edition, briefOf).map(create);
  assert.equal(page?.groups?.[0]?.entries.length, 5);
  assert.equal(page?.groups?.[0]?.count, '9 articles');
});

test('the days of every year are in twelve months, with links to those that have a page', () => {
  const { context, edition, create } = view();
  const [page] = planDaysPage(context, edition).map(create);
  assert.deepEqual(page?.months.map(({ name, days }) => `${name} ${days.length}`).slice(0, 3), [
    'January 31',
    'February 29',
    'March 31',
  ]);
  const linked = page?.months.flatMap(({ days }) => days).filter(({ href }) => href);
  assert.deepEqual(linked, [
    { number: '6', day: '01-06', label: '6 January', href: '/base/on-this-day/01-06/' },
  ]);
});

const without: readonly [what: string, days: readonly string[], yaml: string][] = [
  ['of one year', ['2026-01-06', '2026-01-06'], ''],
  ['on different days', ['2026-01-06', '2025-01-07'], ''],
  ['without `days` in `extras`', ['2026-01-06', '2025-01-06'], 'extras: [card]'],
];
for (const [what, days, yaml] of without) {
  test(`articles ${what} have no pages of days, and no links to them`, () => {
    const { context, edition, create, briefOf } = view(dated(...days), yaml);
    assert.deepEqual(planDaysPage(context, edition), []);
    assert.deepEqual(planDayPages(context, edition, briefOf), []);
    const pages = planArchivePage(edition).map(create);
    assert.doesNotMatch(JSON.stringify(pages), /on-this-day/u);
    assert.match(JSON.stringify(pages), /"\/base\/archive\/"/u);
  });
}

test('the page of a long year has highlights, and all months with their numbers', () => {
  const months = Array.from({ length: 13 }, (_, index) =>
    index < 12 ? `2024-${String(index + 1).padStart(2, '0')}-05` : '2024-02-06',
  );
  const { context, edition, create, collector } = view(dated(...months));
  const yearOf = (plans: ReturnType<typeof planListPages>) =>
    [...plans].filter((plan) => plan.page === 'year').map(create)[0];
  const page = yearOf(planListPages(context, edition, collector));
  assert.deepEqual(
    page?.groups?.map(({ link, entries }) => `${link.text} ${entries.length}`),
    ['Highlights 5'],
  );
  assert.deepEqual(
    page?.links?.items.slice(0, 2).map(({ text, href, count }) => `${text} ${href} ${count}`),
    ['January /base/2024/01/ 1', 'February /base/2024/02/ 2'],
  );
  assert.equal(page?.months?.[10]?.entries[0]?.date.text, '6');
  const short = view(dated(...months.slice(1)));
  assert.equal(
    yearOf(planListPages(short.context, short.edition, short.collector))?.groups,
    undefined,
  );
});
