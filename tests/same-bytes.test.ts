import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertSameFiles, buildSite, projectRoot } from './test-site.ts';

test('the shipped content is the same bytes in every time zone and at every build', async (t) => {
  const contentDir = join(projectRoot, 'content');
  const site = await buildSite(t, {}, { TZ: 'UTC' }, { contentDir });
  assert.equal(site.code, 0, site.stderr);
  const first = await site.hashes();
  assert.ok(Object.keys(first).length > 50, 'a site of many files');

  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    await t.test(`under TZ=${zone}, with an empty cache`, async () => {
      const other = await site.buildClean({ TZ: zone });
      assert.equal(other.code, 0, other.stderr);
      assertSameFiles(await other.hashes(), first);
    });
  }

  await t.test('built again over the same cache', async () => {
    const again = await site.rebuild({}, { TZ: 'Asia/Seoul' });
    assert.equal(again.code, 0, again.stderr);
    assertSameFiles(await again.hashes(), first);
  });
});
