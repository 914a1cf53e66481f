import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  createManyArticles,
  type LargePublication,
} from '../../tests/support/many-articles.ts';
import { rounds } from '../../tests/support/rounds.ts';
import { parseSettings } from '../content/settings/settings.ts';
import { planIndex } from '../outputs/search/plan-index.ts';
import { createSearchRecords } from '../outputs/search/search-record.ts';
import { planSheets } from './plan-sheets.ts';
import type { SheetKind } from './sheet.ts';
import { createSheetSources } from './sheet-sources.ts';

const scripts = {
  inline: { 'apply-settings': '', 'mark-old': '' },
  ...{ reader: '', print: '', settings: '' },
  blockStyles: { boxes: '', charts: '' },
  files: new Map(),
  serviceWorker: Buffer.from(''),
};

const settings = 'languages: [en]\nurl: https://news.example\n';

/** Plans a site, and counts its files by kind, without share cards; of search files, one for each part. */
function countFiles(size: LargePublication, yaml: string): Partial<Record<SheetKind, number>> {
  const publication = createManyArticles(size, settings + yaml);
  const environment = parseSettings({}, Date.UTC(2027, 0, 1)).settings;
  const site = createSheetSources(
    {
      ...{ publication, settings: environment, now: environment.now },
      ...{ assets: new Map(), sources: new Map() },
    },
    { code: { scripts, feedCss: '' } },
  );
  const counts: Partial<Record<SheetKind, number>> = {};
  for (const { kind } of planSheets(site, { cacheDir: '' }))
    counts[kind] = (counts[kind] ?? 0) + 1;
  counts.search = planIndex(createSearchRecords(publication, () => [])).length;
  return counts;
}

const newspaper = {
  ...{ sections: 10, topics: 60, topicsPerArticle: 4, authors: 500 },
} as const;

/** Pages of a list, where older ones have 400 articles and the newest has at least 24. */
const pagesOf = (articles: number) => 1 + Math.max(0, Math.floor((articles - 24) / 400));

/** List pages, where articles are evenly distributed. */
function listPages({
  articles,
  years,
  sections,
  topics,
  topicsPerArticle,
  authors,
}: LargePublication) {
  const months = years * 12;
  return (
    pagesOf(articles) +
    sections * pagesOf(articles / sections) +
    topics * pagesOf((articles * topicsPerArticle) / topics) +
    authors * pagesOf(articles / authors) +
    months * pagesOf(articles / months)
  );
}

/** All other files besides articles and lists, as far as they grow: years, their sitemaps, days, feeds. */
const fixedFiles = ({ years, sections }: LargePublication) =>
  years * 2 + 366 + 3 * (1 + sections) + 40;

/** Parts of the search index, each a file: they have up to 500 articles, and seldom less than a third of that. */
const searchParts = ({ articles }: LargePublication) => Math.ceil(articles / 165);

/** The directory of words, and what all parts share. */
const searchFiles = 10;

/** The files of a site whose articles are one file each; sections and the edition have share cards. */
const oneFileEach = (size: LargePublication) =>
  size.articles +
  listPages(size) +
  fixedFiles(size) +
  searchParts(size) +
  searchFiles +
  (1 + size.sections);

const sum = (counts: Partial<Record<string, number>>) =>
  Object.values(counts).reduce<number>((total, count = 0) => total + count, 0);

describe('with one file for each article', () => {
  for (const articles of rounds([2000, 9500], [2000, 9500, 95_000]))
    for (const years of [7, 100])
      test(`${articles} articles in ${years} years have as many files as the arithmetic says`, () => {
        const size = { ...newspaper, articles, years };
        const counts = countFiles(size, 'hosting: {files: one}');
        assert.equal(counts.article, articles);
        assert.equal(counts.markdown, undefined);
        const lists = counts.list ?? 0;
        assert.ok(Math.abs(lists / listPages(size) - 1) < 0.05, `${lists} ${listPages(size)}`);
        assert.ok((counts.search ?? 0) <= searchParts(size), `${counts.search} parts`);
        const others = sum(counts) - articles - lists - (counts.search ?? 0);
        assert.ok(others <= fixedFiles(size), `${others} other files`);
      });

  for (const years of [7, 100]) {
    const size = { ...newspaper, articles: 95_000, years };

    test(`95,000 articles in ${years} years are less than 100,000 files`, () => {
      assert.ok(oneFileEach(size) < 99_500, `${oneFileEach(size)}`);
    });

    test(`more articles in ${years} years add less than a list page for each 24`, () => {
      const half = { ...size, articles: size.articles / 2 };
      const more = oneFileEach(size) - oneFileEach(half) - size.articles / 2;
      assert.ok(more < size.articles / 2 / 24, `${more}`);
    });
  }

  test('lists have the same articles as otherwise', () => {
    const size = { ...newspaper, articles: 600, years: 7 };
    const usual = countFiles(size, '');
    const one = countFiles(size, 'hosting: {files: one}');
    assert.ok((one.list ?? 0) < (usual.list ?? 0));
    assert.deepEqual(
      [one.article, one.day, one.year, one.sitemap],
      [usual.article, usual.day, usual.year, usual.sitemap],
    );
  });
});
