import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatherFolder } from './gather-folder.ts';

const article = (...fields: string[]) => `---\n${fields.join('\n')}\n---\n\nText.\n`;
const dated = (...fields: string[]) => article('title: A quay', 'date: 2026-01-06', ...fields);
const translated = (...fields: string[]) => article('title: 부두', ...fields);

test('reports an error in an original once, and nothing for its translations', async (t) => {
  const files = {
    'publication.yaml': 'name: Test\nsections: [World]\n',
    'author.md': dated('section: World', 'authors: [{name: A, url: nowhere}]'),
    'author.ko.md': translated(),
    'author.ar.md': translated(),
    'day.md': article('title: A quay', 'date: 2026-02-30'),
    'day.ko.md': translated(),
    'none.md': article('title: A quay'),
    'none.ko.md': translated(),
    'link.md': `${dated()}\n[x](nowhere.md)\n`,
    'link.ko.md': translated(),
    'syntax.md': article('title: A: quay', 'date: 2026-01-06'),
    'syntax.ko.md': translated('date: 2026-01-06'),
    'bytes.md': Buffer.from('---\ntitle: Caf\xe9\n---\n', 'latin1'),
    'bytes.ko.md': translated(),
  };
  const { lines, paths, published, leftOut } = await gatherFolder(t, files);
  assert.deepEqual(
    lines.map((line) => line.replace(/: (?:expected|missing).*/u, '')),
    [
      'CONTENT/author.md:5:26  authors.0.url',
      'CONTENT/bytes.md:2:11  text',
      'CONTENT/day.md:3:7  date',
      'CONTENT/link.md:8:1  link',
      'CONTENT/none.md:1:1  date',
      'CONTENT/syntax.md:2:8  front matter',
    ],
  );
  assert.deepEqual(paths, ['author.ar.md', 'author.ko.md', 'link.ko.md', 'syntax.ko.md']);
  assert.deepEqual(
    leftOut.map((path) => path.replace(/.*\//u, '')),
    [
      ...['author.md', 'bytes.ko.md', 'bytes.md', 'day.ko.md', 'day.md', 'link.md'],
      ...['none.ko.md', 'none.md', 'syntax.md'],
    ],
  );
  const translation = published.byPath.get('author.ko.md');
  assert.equal(translation?.kind === 'article' && translation.section?.slug, 'world');
});

test('reports all problems of a file at the same time', async (t) => {
  const { lines } = await gatherFolder(t, {
    'a.md': `${article('title: A quay', 'authors: [{name: A, url: nowhere}]', 'section: World')}
[x](nowhere.md) ![y](nowhere.png "Y. Credit: Ann Other")
`,
    'publication.yaml': 'name: Test\nsections: [City]\n',
  });
  assert.deepEqual(
    lines.map((line) => line.replace(/: (?:expected|missing).*/u, '')),
    [
      'CONTENT/a.md:1:1  date',
      'CONTENT/a.md:3:26  authors.0.url',
      'CONTENT/a.md:4:10  section',
      'CONTENT/a.md:9:1  link',
      'CONTENT/a.md:9:17  picture',
    ],
  );
});

test('does not publish articles that fields of other programs hold back, in any language', async (t) => {
  const files = {
    'past.md': dated('publishDate: 2026-01-06'),
    'jekyll.md': dated('published: false'),
    'jekyll.ko.md': translated(),
    'hugo.md': dated('publishDate: 2031-01-02'),
    'hugo.ko.md': translated(),
    'over.md': dated('expiryDate: 2026-04-01'),
    'over.ko.md': translated(),
    'still.md': dated('expiryDate: 2026-12-01'),
    'private.md': dated('private: true'),
    'pages/about.md': article('title: About', 'unlisted: true'),
    'pages/later.md': article('title: Later', 'publishDate: 2031-01-02'),
    'pages/terms.md': article('title: Terms'),
    'pages/dated.md': article('title: Terms', 'date: 2031-01-02'),
  };
  const { lines, paths, drafts, scheduled, expired } = await gatherFolder(t, files);
  assert.deepEqual(paths, ['pages/terms.md', 'past.md', 'still.md']);
  assert.deepEqual(
    { drafts, scheduled: scheduled.length, expired },
    { drafts: 4, scheduled: 4, expired: 2 },
  );
  assert.deepEqual(
    lines.map((line) => line.replace(/: expected.*? got/u, ':').replace(/;.*/u, '')),
    [
      'CONTENT/hugo.md:4:14  warning: publishDate: "2031-01-02"',
      'CONTENT/jekyll.md:4:12  warning: published: "false"',
      'CONTENT/over.md:4:13  warning: expiryDate: "2026-04-01" in 2 files, here first',
      'CONTENT/pages/about.md:3:11  warning: unlisted: "true"',
      'CONTENT/pages/later.md:3:1  warning: publishDate: "publishDate"',
      'CONTENT/private.md:4:10  warning: private: "true"',
    ],
  );
  const later = await gatherFolder(t, files, { now: '2031-01-03T00:00:00Z' });
  assert.deepEqual(later.paths, [
    ...[
      'hugo.ko.md',
      'hugo.md',
      'pages/dated.md',
      'pages/later.md',
      'pages/terms.md',
      'past.md',
    ],
  ]);
});

test('reports a field of another program once for all files', async (t) => {
  const { lines } = await gatherFolder(t, {
    'a.md': dated('layout: post', 'author: Jane Roe', 'udpated: 2026-02-02'),
    'b.md': dated('layout: post', 'author: Jane Roe'),
    'c.md': dated('author: Jane Roe', 'layout: post'),
  });
  assert.deepEqual(lines, [
    'CONTENT/a.md:4:1  warning: layout: expected a known field, got "layout" in 3 files, here first; it is not used',
    'CONTENT/a.md:5:1  warning: author: expected the name `authors`, got "author" in 3 files, here first; it is read as `authors`',
    'CONTENT/a.md:6:1  warning: udpated: expected a known field, got "udpated"; did you mean `updated`?',
  ]);
});

test('warns of dates that contradict one another or the clock', async (t) => {
  const { lines, paths } = await gatherFolder(t, {
    'a.md': dated('updated: 2030-01-01'),
    'b.md': dated(
      'corrections:',
      '  - {date: 2026-01-05, text: Early}',
      '  - {date: 2030-01-01, text: Late}',
      '  - {date: 2026-01-07, text: Right}',
    ),
    'c.md': dated('source: {name: X, published: 2026-01-07}'),
    'd.md': dated('source: {name: X, published: 2026-01-05}', 'updated: 2026-06-02'),
    '2026-01-05-e.md': dated(),
    '2026-01-06-f.md': dated(),
    'g.md': article('title: Later', 'date: 2030-01-01', 'updated: 2030-01-01'),
    'a.ko.md': translated(),
  });
  assert.deepEqual(
    lines.map((line) => line.replace(/;.*/u, '')),
    [
      'CONTENT/2026-01-05-e.md:3:7  warning: date: expected 2026-01-05, the day in the file\'s name, got "2026-01-06"',
      'CONTENT/a.md:4:10  warning: updated: expected a date that is not in the future, got "2030-01-01"',
      'CONTENT/b.md:5:12  warning: corrections.0.date: expected a date not before 2026-01-06, the article\'s own, got "2026-01-05"',
      'CONTENT/b.md:6:12  warning: corrections.1.date: expected a date that is not in the future, got "2030-01-01"',
      'CONTENT/c.md:4:30  warning: source.published: expected a date not after 2026-01-06, the article\'s own, got "2026-01-07"',
    ],
  );
  assert.equal(paths.length, 7);
});

test('rejects names that are too long for a file system, with their field', async (t) => {
  const bytes = (count: number, letter = 'x') =>
    letter.repeat(count / Buffer.byteLength(letter));
  const { lines, paths } = await gatherFolder(t, {
    'topic.md': dated(`topics: [A, ${bytes(258, '가')}]`),
    'section.md': dated(`section: ${bytes(256)}`),
    'slug.md': dated(`slug: ${bytes(254)}`),
    'alias.md': dated(`aliases: [/${bytes(256)}/]`),
    'deep.md': dated(`aliases: [/${`${bytes(250)}/`.repeat(12)}]`),
    'author.md': dated(`authors: [{name: ${bytes(256)}}]`),
    'lang.md': dated(`lang: en-x-${'abcdefgh-'.repeat(30)}a`),
    [`${bytes(246)}.md`]: dated(),
    [`pages/${bytes(246)}.md`]: article('title: A'),
    'pages/title.md': article(`title: ${bytes(300)}`),
    'right.md': dated(`topics: [${bytes(240, '가')}]`, `slug: ${bytes(240)}`),
  });
  assert.deepEqual(
    lines.map((line) => line.replace(/: expected.*?, got.*/u, '').replace(/x{9,}/u, 'x')),
    [
      'CONTENT/alias.md:4:11  aliases.0',
      'CONTENT/deep.md:4:11  aliases.0',
      'CONTENT/lang.md:4:7  lang',
      'CONTENT/pages/title.md:2:8  title',
      'CONTENT/pages/x.md:1:1  slug',
      'CONTENT/section.md:4:10  section',
      'CONTENT/slug.md:4:7  slug',
      'CONTENT/topic.md:4:13  topics.1',
      'CONTENT/x.md:1:1  slug',
    ],
  );
  assert.match(lines.at(-2) ?? '', /expected the name of a topic of at most 240 bytes, got "/u);
  assert.deepEqual(paths, ['author.md', 'right.md']);
});

test('rejects long names of sections and languages in publication.yaml', async (t) => {
  const { lines } = await gatherFolder(t, {
    'publication.yaml': `sections: [${'x'.repeat(256)}]\nlanguages: [en, en-x-${'abcdefgh-'.repeat(30)}a]\n`,
    'a.md': dated(),
  });
  assert.deepEqual(
    lines.map((line) => line.replace(/: (?:expected|missing).*/u, '')),
    ['CONTENT/publication.yaml:1:12  sections.0', 'CONTENT/publication.yaml:2:17  languages.1'],
  );
});

test('warns of addresses in publication.yaml that are not on this site', async (t) => {
  const { lines } = await gatherFolder(t, {
    'publication.yaml': [
      'owner: {name: Test, url: /about/}',
      'licence: {name: Ours, url: /terms/}',
      'policies:',
      '  corrections: /corrections/',
      '  ethics: /ethics#part',
      '  feedback: https://test.example/feedback',
      '  mission: /draft/',
      '  ownership: /old/',
      '  sources: /%EC%B6%9C%EC%B2%98',
    ].join('\n'),
    'pages/about.md': article('title: About', 'aliases: [/old/]'),
    'pages/ethics.md': article('title: Ethics'),
    'pages/출처.md': article('title: Sources'),
    'pages/draft.md': article('title: Draft', 'draft: true'),
    'a.md': dated(),
  });
  assert.deepEqual(
    lines.map((line) => line.replace(/;.*/u, '')),
    [
      'CONTENT/publication.yaml:2:28  warning: licence.url: expected the address of something published, got "/terms/"',
      'CONTENT/publication.yaml:4:16  warning: policies.corrections: expected the address of something published, got "/corrections/"',
      'CONTENT/publication.yaml:7:12  warning: policies.mission: expected the address of something published, got "/draft/"',
    ],
  );
});
