import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSite } from './test-site.ts';

const copy = (authors: string, text: string) =>
  `---\ntitle: A headline\ndate: 2026-05-01\nauthors: [${authors}]\n---\n\n${text}\n`;
const crowd = Array.from({ length: 900 }, (_, index) => `Reporter Number ${index}`).join(', ');

test('a page that carries too much around its text fails the build', async (t) => {
  const site = await buildSite(t, { 'a.md': copy('Jane Roe', 'Text. '.repeat(20_000)) });
  assert.equal(site.code, 0, `a long text is no furniture: ${site.stderr}`);
  const before = await site.hashes();
  const failed = await site.rebuild({ 'a.md': copy(crowd, 'Text.') });
  assert.equal(failed.code, 1);
  assert.match(
    failed.stderr,
    /^2026\/05\/01\/a\/index\.html: expected at most \d+ bytes around the text, got \d+ \(structured data \d+, header of the article \d+/mu,
  );
  assert.match(failed.stderr, /Name fewer .* authors/u);
  assert.deepEqual(await failed.hashes(), before, 'what was published stays');
});
