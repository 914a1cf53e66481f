import { test } from 'node:test';
import { testAccessibility } from './reading/accessibility.ts';
import { openReadingSite } from './reading/open-reading-site.ts';

test('accessibility', async (t) => {
  const opened = await openReadingSite(t);
  if (opened) await testAccessibility(t, opened.reader, opened.site);
});
