import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { buildSite, projectRoot } from './test-site.ts';

/** A blog written for another generator, by people who never heard of this one. */
const corpus = resolve(projectRoot, '../shared/corpora/18f/_posts');

// Not part of the project: where it is not there, there is nothing to test.
if (existsSync(corpus)) {
  test('a foreign blog is built, and what cannot be is a list of clear errors', async (t) => {
    const site = await buildSite(t, {}, { SKIP_INVALID: '1' }, { contentDir: corpus });
    assert.equal(site.code, 0, site.stderr.slice(0, 2000));
    const articles = (await site.list()).filter((path) =>
      /^\d{4}\/\d{2}\/\d{2}\/[^/]+\/index\.html$/u.test(path),
    );
    assert.ok(articles.length > 100, `${articles.length} articles`);

    const [problems = '', leftOut = ''] = site.stderr.split(/^left out: \d+ files?\n/mu);
    for (const line of problems.split('\n').filter(Boolean)) {
      const place = line.startsWith(`${corpus}/`) ? line.slice(corpus.length + 1) : line;
      assert.match(
        place,
        /^[^:]+\.md:[1-9]\d*:[1-9]\d* {2}(?:warning: )?[^:]+: expected \S.*, got \S/u,
      );
    }
    const wrong = problems
      .split('\n')
      .filter((line) => / {2}(?!warning: )[^:]+: expected /u.test(line))
      .map((line) => line.slice(0, line.indexOf('.md:') + 3));
    const listed = leftOut.split('\n').filter((line) => line.startsWith('  '));
    assert.deepEqual(
      listed.map((line) => line.trim()),
      [...new Set(wrong)].sort(),
    );
  });
}
