import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { hasHostingPackages } from '../../src/commands/test-programs.mjs';
import { matchPattern } from '../../src/hosting/path-pattern.ts';
import { parseHeadersFile } from '../../src/hosting/server/host-rules.ts';
import { type BuiltSite, projectRoot } from '../test-site.ts';
import { skip } from './hosts.ts';
import { readAsNetlify } from './judges.ts';

/** Checks the rules of a build: within limits, no header twice, the same for Netlify. */
export async function testRules(t: TestContext, site: BuiltSite): Promise<void> {
  const text = await site.read('_headers');
  const rules = parseHeadersFile(text);
  const paths = await addressesOf(site);

  await t.test('rules are within the limits of hosts', async () => {
    for (const line of text.split('\n')) assert.ok(line.length <= 2000, line.slice(0, 80));
    assert.ok(rules.length <= 100);
    assert.equal(new Set(rules.map(({ pattern }) => pattern)).size, rules.length);
    // Not every host supports two wildcards, or removing a header again.
    for (const { pattern, lines } of rules) {
      assert.ok((pattern.match(/\*/gu) ?? []).length <= 1, pattern);
      for (const { value } of lines) assert.ok(value, pattern);
    }
    for (const line of (await site.read('_redirects')).split('\n'))
      assert.ok(line.length <= 1000, line.slice(0, 80));
  });

  await t.test('no header is set by two rules that match one address', () => {
    assert.ok(paths.length > 40);
    for (const path of paths) {
      const names = rules
        .filter(({ pattern }) => matchPattern(pattern, path))
        .flatMap(({ lines }) => lines.map(({ name }) => name.toLowerCase()));
      assert.deepEqual(names, [...new Set(names)], path);
    }
  });

  await t.test('Netlify reads the same rules', async (t) => {
    if (!hasHostingPackages(projectRoot)) return skip(t, 'tests/hosting/packages');
    const { headers, redirects, errors } = await readAsNetlify(site.outDir);
    assert.deepEqual(errors, []);
    for (const path of paths) {
      const ours = rules.filter(({ pattern }) => matchPattern(pattern, path));
      const theirs = headers.filter(({ forRegExp }) => forRegExp.test(path));
      assert.deepEqual(
        theirs.map((rule) => [rule.for, Object.keys(rule.values).sort()]),
        ours.map(({ pattern, lines }) => [pattern, lines.map(({ name }) => name).sort()]),
        path,
      );
    }
    const lines = (await site.read('_redirects'))
      .split('\n')
      .filter((line) => /^\//u.test(line));
    assert.equal(redirects.length, lines.length);
  });
}

/** Addresses of all files, and of feeds and the like at any path. */
async function addressesOf(site: BuiltSite): Promise<string[]> {
  const files = (await site.list()).filter((file) => !/^_|\.(?:br|gz)$/u.test(file));
  const feeds = ['', 'ko/', 'section/city/', 'ko/section/city/'].flatMap((folder) =>
    ['feed.xml', 'atom.xml', 'feed.json'].map((name) => folder + name),
  );
  const others = ['news-sitemap.xml', 'feeds.opml', 'robots.txt', 'a/b/c/d.md', 'nothing'];
  return [...files, ...feeds, ...others].map(
    (file) => `/${encodeURI(file).replace(/(?:^|(?<=\/))index\.html$/u, '')}`,
  );
}
