import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatherFolder } from './gather-folder.ts';
import { buildSite } from './test-site.ts';

const article = (fields: string, text = 'Text.') =>
  `---\ntitle: A headline\ndate: 2026-05-01\n${fields}\n---\n\n${text}\n`;
const list = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => `${name} ${index}`).join(', ');

test('fields that add too many bytes to a page are an error with their place', async (t) => {
  const { lines, paths } = await gatherFolder(t, {
    'authors.md': article(`authors: [${list(900, 'Reporter Number')}]`),
    'topics.md': article(`topics: [${list(500, 'Topic')}]`),
    'title.md': `---\ntitle: ${'부두 '.repeat(1600)}\ndate: 2026-05-01\n---\n\nText.\n`,
    'many.md': article(`topics: [${list(80, 'Topic')}]`),
    'right.md': article('topics: [A]'),
  });
  assert.deepEqual(
    lines.map((line) => line.replace(/about \d+/u, 'about N')),
    [
      'CONTENT/authors.md:4:10  authors: expected fields that add at most 60000 bytes to the page around the text, got about N for this one (900 names); name fewer, or put the list into the text',
      'CONTENT/title.md:2:8  title: expected fields that add at most 60000 bytes to the page around the text, got about N for this one; shorten it',
      'CONTENT/topics.md:4:9  topics: expected fields that add at most 60000 bytes to the page around the text, got about N for this one (500 names); name fewer, or put the list into the text',
    ],
  );
  assert.deepEqual(paths, ['many.md', 'right.md']);
});

test('long texts, names and lists in any script are published; eighty topics with a warning', async (t) => {
  const long = '대한민국서울특별시의회교통위원회'.repeat(3);
  const site = await buildSite(t, {
    'publication.yaml': `name: Test\nsections: [${list(8, '교통과 환경')}]\n`,
    'a.md': article(`topics: [${long}]`, 'Text. '.repeat(20_000)),
    'b.md': article(`topics: [${list(40, 'Topic')}]\nauthors: [${list(4, 'Reporter')}]`),
    'a.ko.md': `---\ntitle: ${'긴 제목 '.repeat(30)}\n---\n\n본문.\n`,
    'eighty.md': article(`topics: [${list(80, 'Topic')}]`),
    'pages/about.md': '---\ntitle: About\n---\n\nText.\n',
  });
  assert.equal(site.code, 0, site.stderr);
  assert.ok((await site.list()).includes(`topic/${long}/index.html`));
  assert.match(await site.read('2026/05/01/eighty/index.html'), /Topic 79/u);
  const heavy = site.stderr
    .split('\n')
    .filter((line) => line.includes('bytes besides the text'));
  for (const line of heavy)
    assert.match(line, /^warning: 2026\/05\/01\/eighty\/index\.html: .* topics or authors$/u);
});
