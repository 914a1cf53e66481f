import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { headersOfFile } from '../../hosting/hosts/site-rules.ts';
import { claimKey, isSiteAddress } from '../../import/write/site-addresses.ts';
import { createPublication } from './create-publication.ts';
import { feedAddressesOf, feedListsOf, sitemapAddress } from './feed-addresses.ts';
import {
  editionLists,
  isListPath,
  listPageAddresses,
  searchIndexAddress,
} from './list-addresses.ts';
import { listSizes } from './list-pages.ts';
import { noticeAddress, reservedAddresses, siteFile } from './site-files.ts';

const settings = testSettings(
  'languages: [en, ko]\npageSize: 1\nfeeds: [sections, topics]\nfollow: {bluesky: post.example}',
);
const fields = { section: 'World', topics: ['China'] };
const { publication } = createPublication(
  ['a', 'b', 'c', 'd'].flatMap((name) => [
    testContentFile(`${name}.md`, name === 'd' ? { ...fields, date: '2020-01-06' } : fields),
    testContentFile(`${name}.ko.md`, { ...fields, date: '' }),
  ]),
  settings,
  { now: Date.parse('2026-01-10T12:00:00Z'), drafts: false, files: new Set() },
);
const { editions } = publication;
const pages = editions.flatMap((edition) =>
  editionLists(edition, settings).flatMap((list) =>
    listPageAddresses(list, listSizes(settings)).map((address) => ({ edition, list, address })),
  ),
);
const feeds = editions.flatMap((edition) =>
  feedListsOf(edition, settings).flatMap(({ address }) => feedAddressesOf(address)),
);
const sitemaps = editions.map((edition) => sitemapAddress(edition, '2026', 2));

test('an edition has its lists and their older pages', () => {
  const addresses = pages.map(({ address }) => address);
  for (const address of [
    ...[
      '/',
      '/ko/',
      '/offline/',
      '/search/',
      '/follow/',
      '/ko/follow/',
      '/ko/manifest.webmanifest',
      '/section/',
      '/topic/',
    ],
    ...['/page/', '/page/1/', '/ko/section/world/', '/ko/section/world/1/', '/topic/china/1/'],
    ...['/2026/', '/2026/01/', '/2026/01/page/1/', '/archive/', '/ko/archive/'],
    ...['/on-this-day/', '/ko/on-this-day/01-06/'],
  ])
    assert.ok(addresses.includes(address), address);
  assert.ok(feeds.includes('/ko/topic/china/feed.xml'));
});

test('recognizes the address of every list page', () => {
  for (const { edition, list, address } of pages)
    assert.equal(
      isListPath(address.slice(edition.path.length)),
      list.kind !== 'manifest',
      address,
    );
});

test('an import gives no story an address of the site', () => {
  const all = pages.map(({ address }) => address);
  for (const address of [
    ...[...all, ...feeds, ...sitemaps, ...reservedAddresses],
    searchIndexAddress,
  ]) {
    const key = claimKey(address);
    assert.ok(key !== undefined && isSiteAddress(key, settings.languages), address);
  }
});

test('hosts cache each kind of file as long as it is valid', () => {
  const site = {
    ...{ basePath: '/', policy: '', hsts: false, precompress: [], redirects: [] },
    lowerCase: true,
  };
  const caching = (address: string) =>
    headersOfFile(site, address).find(([name]) => name === 'Cache-Control')?.[1];
  const { sitemapIndex, newsSitemap, feedList } = noticeAddress;
  for (const address of [...feeds, ...sitemaps, sitemapIndex, newsSitemap, feedList])
    assert.equal(caching(address), 'public, max-age=600', address);
  for (const { address } of pages)
    assert.equal(caching(address), 'public, max-age=0, must-revalidate', address);
  assert.equal(caching(siteFile.serviceWorker), 'no-cache');
});
