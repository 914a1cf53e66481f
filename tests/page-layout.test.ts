import { test } from 'node:test';
import { openBrowser } from './browser.ts';
import { testLayout, testLineLength } from './reading/layout.ts';
import { openReadingSite } from './reading/open-reading-site.ts';
import { createReader } from './reading/reader.ts';

test('layout of pages', async (t) => {
  const opened = await openReadingSite(t);
  if (!opened) return;
  const { reader } = opened;
  await testLayout(t, reader);
  await t.test('lines have a readable length where DejaVu is the only font', async (t) => {
    const debian = await openBrowser([], 'dejavu');
    t.after(() => debian.close());
    await testLineLength(createReader(debian, reader.site));
  });
});
