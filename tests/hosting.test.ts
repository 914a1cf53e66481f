import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { hasHostingPackages } from '../src/commands/test-programs.mjs';
import { createAsk } from './hosting/ask.ts';
import { testBasePath } from './hosting/base-path.ts';
import { testCompressed } from './hosting/compressed.ts';
import { crawl } from './hosting/crawl.ts';
import { testAnswers } from './hosting/expected-answers.ts';
import { hostingContent } from './hosting/hosting-content.ts';
import { cloudflare, nginx, nginxServer, preview, skip } from './hosting/hosts.ts';
import { evaluatePolicy, observe } from './hosting/judges.ts';
import { testPolicy } from './hosting/policy.ts';
import { testRefusals } from './hosting/refusals.ts';
import { testRules } from './hosting/rules.ts';
import { buildSite, projectRoot } from './test-site.ts';

test('the built site', async (t) => {
  const site = await buildSite(t, hostingContent);
  assert.equal(site.code, 0, site.stderr);

  await t.test('has rules that all hosts read in the same way', (t) => testRules(t, site));
  await t.test('has a policy on every page', (t) => testPolicy(t, site));

  for (const [name, host] of Object.entries({ cloudflare, nginx })) {
    await t.test(`on ${name}`, async (t) => {
      const origin = await host(t, site);
      if (origin !== undefined) await testAnswers(t, origin, site);
      if (origin !== undefined && host === nginx)
        await t.test('gets good marks from security scanners', (t) => testJudges(t, origin));
    });
  }

  await t.test('on preview', async (t) => {
    const origin = await preview(t, site);
    assert.ok(origin);
    await testAnswers(t, origin, site);
    await t.test('has no broken links', async () => {
      const paths = await crawl(origin, '/', ['https://images.example']);
      assert.ok(paths.size > 25, `${paths.size} addresses`);
    });
    await t.test('in a browser', (t) => testRefusals(t, origin));
  });

  await t.test('has compressed files', (t) => testCompressed(t, site));

  await t.test('below a path', async (t) => {
    const below = await site.rebuild({}, { BASE_PATH: '/news/' });
    assert.equal(below.code, 0, below.stderr);
    await testBasePath(t, below);
  });
});

async function testJudges(t: TestContext, origin: string): Promise<void> {
  if (!hasHostingPackages(projectRoot)) return skip(t, 'tests/hosting/packages');

  await t.test('A+ of Mozilla’s HTTP Observatory', async () => {
    const { grade, score, results } = await observe(nginxServer(origin));
    assert.equal(grade, 'A+', `${score}\n${results.join('\n')}`);
  });

  await t.test('no severe finding of the CSP Evaluator', async () => {
    const { headers } = await createAsk(origin)('/');
    const findings = await evaluatePolicy(headers['content-security-policy'] ?? '');
    assert.deepEqual(
      findings.filter((finding) => /^(?:HIGH|SYNTAX|MEDIUM)\b/u.test(finding)),
      [],
    );
    // Detects a policy without script-src.
    const bad = await evaluatePolicy("img-src 'self'; script-src 'unsafe-inline' *");
    assert.ok(
      bad.some((finding) => finding.startsWith('HIGH ')),
      bad.join('\n'),
    );
  });
}
