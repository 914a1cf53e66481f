import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { browserOrSkip, openBrowser } from './browser.ts';
import { testAccessibility } from './reading/accessibility.ts';
import { testDates } from './reading/dates.ts';
import { testLayout, testLineLength } from './reading/layout.ts';
import { testPlace } from './reading/place.ts';
import { testPrint } from './reading/print.ts';
import { createReader } from './reading/reader.ts';
import { testSections } from './reading/sections.ts';
import { testSettings } from './reading/settings.ts';
import { testWeight } from './reading/weight.ts';
import { readingContent, readingPages } from './reading-content.ts';
import { buildSite } from './test-site.ts';

test('reading', async (t) => {
  const browser = await browserOrSkip(t);
  if (browser === undefined) return;
  const site = await buildSite(t, readingContent);
  assert.equal(site.code, 0, site.stderr);
  const served = await serveFolder(site.outDir);
  t.after(() => served.close());
  const reader = createReader(browser, served.address.replace(/\/$/u, ''));

  await t.test('the navigation to the sections', (t) => testSections(t, reader));
  await t.test('a reader’s settings', (t) => testSettings(t, reader));
  await t.test('the age of an article', (t) => testDates(t, reader));
  await t.test('the place where a reader left off', (t) => testPlace(t, reader));
  await t.test('a printed article', (t) => testPrint(t, reader));
  await t.test('what a page weighs', (t) => testWeight(t, reader, site));
  await t.test('the room that a page takes', (t) => testLayout(t, reader));
  await t.test('readable lines where DejaVu is the only font', async (t) => {
    const debian = await openBrowser([], 'dejavu');
    t.after(() => debian.close());
    const { open } = createReader(debian, reader.site);
    for (const width of [768, 1280])
      await open(readingPages.article, { width }, testLineLength);
  });
  await t.test('reading with all senses and tools', (t) => testAccessibility(t, reader));
});
