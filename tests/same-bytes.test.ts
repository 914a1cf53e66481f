import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertSameFiles, buildSite, projectRoot, sharedSite } from './test-site.ts';

const contentDir = join(projectRoot, 'content');

test('the sample has the same bytes in every time zone and in every build', async (t) => {
  const shared = await sharedSite(t, {}, {}, { contentDir });
  const expected = await shared.hashes();
  assert.ok(Object.keys(expected).length > 50, 'the site has many files');

  // The clocks of these zones differ by 25 hours.
  const site = await buildSite(t, {}, { TZ: 'Pacific/Kiritimati' }, { contentDir });
  assert.equal(site.code, 0, site.stderr);
  assertSameFiles(await site.hashes(), expected, 'in the earliest zone');
  // Prints every file again, with the cache.
  await rm(site.outDir, { recursive: true });
  const again = await site.rebuild({}, { TZ: 'Pacific/Pago_Pago' });
  assert.equal(again.code, 0, again.stderr);
  assertSameFiles(await again.hashes(), expected, 'in the latest zone');
});
