import assert from 'node:assert/strict';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from './temporary-folder.ts';
import { buildSite, projectRoot } from './test-site.ts';

/** Posts of other generators, some of them damaged: the inputs of the import cases. */
const cases = join(projectRoot, 'src/import/cases');

test('the posts of other generators are published, or rejected with clear errors', async (t) => {
  const content = join(await temporaryFolder(t), 'content');
  await mkdir(content);
  for (const name of await readdir(cases)) {
    if (!name.startsWith('post-')) continue;
    for (const input of await readdir(join(cases, name)))
      if (input.startsWith('input'))
        await cp(join(cases, name, input), join(content, name, input), { recursive: true });
  }
  const site = await buildSite(t, {}, { SKIP_INVALID: '1' }, { contentDir: content });
  assert.equal(site.code, 0, site.stderr.slice(0, 2000));
  const articles = (await site.list()).filter((path) =>
    /^\d{4}\/\d{2}\/\d{2}\/[^/]+\/index\.html$/u.test(path),
  );
  assert.ok(articles.length > 5, `${articles.length} articles`);

  const [problems = '', leftOut = ''] = site.stderr.split(/^left out: \d+ files?\n/mu);
  for (const line of problems.split('\n').filter(Boolean)) {
    const place = line.startsWith(`${content}/`) ? line.slice(content.length + 1) : line;
    assert.match(place, /^[^:]+:[1-9]\d*:[1-9]\d* {2}(?:warning: )?[^:]+: \S/u);
  }
  const wrong = problems
    .split('\n')
    .filter((line) => / {2}(?!warning: )[^:]+: /u.test(line))
    .map((line) => line.slice(0, line.indexOf('.md:') + 3));
  const listed = leftOut.split('\n').filter((line) => line.startsWith('  '));
  assert.deepEqual(
    listed.map((line) => line.trim()),
    [...new Set(wrong)].sort(),
  );
});
