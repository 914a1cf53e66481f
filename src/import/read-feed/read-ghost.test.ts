import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFeed } from './read-feed.ts';

const options = { pictures: false, timeZone: 'UTC' };
const read = (value: unknown) =>
  readFeed({ source: 'ghost.json', bytes: Buffer.from(JSON.stringify(value)) }, options);

test('reads an export of an old Ghost, with numbers for ids and dates and no list around it', async () => {
  const { drafts, refused } = await read({
    meta: { exported_on: 1450000000000, version: '004' },
    data: {
      posts: [
        {
          ...{ id: 7, title: 'Café <b>', slug: 'cafe', markdown: '# A', html: '<p>Open.</p>' },
          ...{ image: '/content/images/a.jpg', page: 0, status: 'published', author_id: 1 },
          ...{ published_at: 1449999999000, created_at: 1449999990000 },
        },
      ],
      tags: [{ id: 3, name: 'Food' }],
      posts_tags: [{ id: 1, post_id: 7, tag_id: 3 }],
      users: [{ id: 1, name: 'Ann Example' }],
      settings: [{ key: 'activeTimezone', value: 'America/New_York' }],
    },
  });
  assert.deepEqual(refused, []);
  assert.equal(drafts.length, 1);
  const [draft] = drafts;
  const { title, date, topics, authors, aliases } = draft?.fields ?? {};
  assert.deepEqual(
    { title, date, topics, authors, aliases, body: draft?.body },
    {
      ...{ title: 'Café <b>', date: '2015-12-13T04:46:39-05:00', topics: ['Food'] },
      ...{ authors: ['Ann Example'], aliases: ['/cafe/'], body: 'Open.\n' },
    },
  );
});

test('refuses an export without posts, and a broken one', async () => {
  const none = await read({ db: [{ meta: { exported_on: 1 }, data: { posts: [] } }] });
  assert.equal(none.refused[0]?.reason, 'it has no articles');
  const nested = await read({
    db: [{ meta: { exported_on: 1 }, data: { more: { posts: [] } } }],
  });
  assert.match(nested.refused[0]?.reason ?? '', /without a list of posts/u);
  const bytes = Buffer.from('{"db":[{"data":{"posts":[\n{');
  const broken = await readFeed({ source: 'ghost.json', bytes }, options);
  assert.match(broken.refused[0]?.reason ?? '', /^the JSON is broken: /u);
});

test('ignores values that are not rows', async () => {
  const posts = [null, 3, 'x', { id: 'a', title: 'T', status: 'published', html: '<p>W</p>' }];
  const data = {
    posts,
    tags: 'x',
    users: [null],
    posts_tags: [{ post_id: 'a', tag_id: 'gone' }],
  };
  const { drafts } = await read({ db: [{ meta: { exported_on: 1 }, data }] });
  assert.deepEqual(
    drafts.map(({ fields }) => fields.title),
    ['T'],
  );
  assert.equal(drafts[0]?.fields.date, undefined);
});
