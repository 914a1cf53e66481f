import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testAnswers } from './hosting/expected-answers.ts';
import { hostingContent } from './hosting/hosting-content.ts';
import { cloudflare, nginx, preview } from './hosting/hosts.ts';
import { buildSite } from './test-site.ts';

test('the built site', async (t) => {
  const site = await buildSite(t, hostingContent);
  assert.equal(site.code, 0, site.stderr);

  for (const [name, host] of Object.entries({ preview, cloudflare, nginx })) {
    await t.test(`on ${name}`, async (t) => {
      const origin = await host(t, site);
      if (origin !== undefined) await testAnswers(t, origin, site);
    });
  }
});
