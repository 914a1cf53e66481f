import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSite } from './test-site.ts';

const copy = '---\ntitle: A headline\ndate: 2026-05-01\n---\n\nText.\n';
const svg = (inside = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="80"><rect width="320" height="80"/>${inside}</svg>`;
const named = 'name: The Test\ntheme:\n  accent: "#8b1e1e"\n  logo: ./logo.svg\n';

test('a publication’s logo', async (t) => {
  const site = await buildSite(t, {
    'a.md': copy,
    'publication.yaml': named,
    'logo.svg': svg(),
  });
  assert.equal(site.code, 0, site.stderr);

  await t.test('stands in for its name on every page, with its size', async () => {
    for (const page of ['index.html', '2026/05/01/a/index.html', '404.html']) {
      const [, logo = ''] =
        /<p class="wordmark">(.*?)<\/p>/su.exec(await site.read(page)) ?? [];
      assert.match(
        logo,
        /<img src="\/assets\/[0-9a-f]{32}\.svg" width="320" height="80" alt="The Test">/u,
      );
    }
  });

  const mistakes = [
    {
      of: 'is not there',
      files: { 'logo.svg': null },
      says: /below the content folder, got .*logo\.svg/u,
    },
    {
      of: 'is no picture',
      files: { 'logo.svg': 'text' },
      says: /expected a picture.*logo\.svg/u,
    },
    { of: 'runs code', files: { 'logo.svg': svg('<script>1</script>') }, says: /script/u },
    {
      of: 'handles events',
      files: { 'logo.svg': svg('<g onload="x()"/>') },
      says: /event handler/u,
    },
  ];
  for (const { of, files, says } of mistakes) {
    await t.test(`is an error at its line where it ${of}`, async () => {
      const failed = await site.rebuild(files);
      assert.equal(failed.code, 1);
      assert.match(failed.stderr, /content\/publication\.yaml:4:9 {2}theme\.logo: /u);
      assert.match(failed.stderr, says);
      assert.ok((await site.list()).includes('index.html'), 'what was published stays');
    });
  }
});
