import { test } from 'node:test';
import { testDates } from './reading/dates.ts';
import { openReadingSite } from './reading/open-reading-site.ts';
import { testPlace } from './reading/place.ts';
import { testPrint } from './reading/print.ts';
import { testSections } from './reading/sections.ts';
import { testSettings } from './reading/settings.ts';
import { testWeight } from './reading/weight.ts';

test('reading', async (t) => {
  const opened = await openReadingSite(t);
  if (!opened) return;
  const { reader, site } = opened;
  await t.test('the navigation to the sections', (t) => testSections(t, reader));
  await t.test('the settings of a reader', (t) => testSettings(t, reader));
  await t.test('the age of an article', (t) => testDates(t, reader));
  await t.test('the place where a reader stopped', (t) => testPlace(t, reader));
  await t.test('a printed article', (t) => testPrint(t, reader));
  await t.test('the weight of a page', (t) => testWeight(t, reader, site));
});
