import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFeed } from './read-feed.ts';

const options = { pictures: false, timeZone: 'UTC' };
const read = (text: string | Uint8Array, more: { contentType?: string; url?: string } = {}) =>
  readFeed(
    { source: 'feed', bytes: typeof text === 'string' ? Buffer.from(text) : text, ...more },
    options,
  );
const rss = (items: string) =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>F</title><link>https://f.example/</link>${items}</channel></rss>`;
const item = (inside: string) => `<item>${inside}</item>`;

test('keeps the identity of an entry when its headline and text change', async () => {
  const forms = [
    '<guid>g:1</guid>',
    '<link>https://f.example/1</link>',
    '<pubDate>6 Jan 2026 10:00 GMT</pubDate>',
  ];
  for (const form of forms) {
    const [before, after] = await Promise.all(
      ['Old', 'New'].map((word) =>
        read(rss(item(`<title>${word}</title>${form}<description>${word}</description>`))),
      ),
    );
    assert.ok(before?.drafts[0]);
    assert.equal(before.drafts[0].identity, after?.drafts[0]?.identity);
  }
});

test('refuses a page instead of a feed', async () => {
  const { drafts, refused } = await read('<!doctype html><p>gone');
  assert.deepEqual(
    [drafts.length, refused[0]?.reason],
    [
      0,
      'it is not a feed (RSS, Atom, JSON Feed) or an export of WordPress, Ghost or Movable Type',
    ],
  );
});

test('refuses a feed without entries', async () => {
  assert.equal((await read(rss(''))).refused[0]?.reason, 'it has no articles');
});

const broken: readonly [name: string, text: string, line: number][] = [
  ['a tag that is not closed', '<rss version="2.0">\n<channel>\n', 3],
  ['an end without a beginning', '<rss version="2.0">\n<channel>\n</item></channel></rss>', 3],
  ['CDATA without an end', rss(`\n\n<item><title><![CDATA[x</title></item>`), 3],
  ['a comment without an end', '<rss version="2.0">\n<!-- ', 2],
];
for (const [name, text, line] of broken)
  test(`${name} is refused with its line`, async () => {
    const { refused } = await read(text);
    assert.equal(refused[0]?.line, line);
    assert.match(refused[0]?.reason ?? '', /^the XML is broken: /u);
  });

test('uses the charset of the server if the prolog has none', async () => {
  const bytes = Buffer.concat([
    Buffer.from('<rss version="2.0"><channel><item><title>Caf'),
    Buffer.from([0xe9]),
    Buffer.from('</title><description>x</description></item></channel></rss>'),
  ]);
  const { drafts } = await read(bytes, {
    contentType: 'application/rss+xml; charset=windows-1252',
  });
  assert.equal(drafts[0]?.fields.title, 'Café');
});

test('resolves relative addresses against the URL of the feed if it names no other', async () => {
  const text =
    '<rss version="2.0"><channel><item><title>T</title><link>a/1</link><description>x</description></item></channel></rss>';
  const { drafts } = await read(text, { url: 'https://f.example/feeds/all.xml' });
  assert.equal(drafts[0]?.fields.source?.url, 'https://f.example/feeds/a/1');
});

test('keeps the words of HTML that is nested too deeply', async () => {
  const html = `${'<div>'.repeat(20_000)}deep words`;
  const { drafts } = await read(
    rss(item(`<title>T</title><content:encoded><![CDATA[${html}]]></content:encoded>`)),
  );
  assert.equal(drafts[0]?.body, 'deep words\n');
});

test('reads an entry that quotes another kind of feed', async () => {
  const text =
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><id>a:1</id><title>T</title><content type="text"> <![CDATA[<rss version="2.0"><item>]]> is RSS</content></entry></feed>';
  const { drafts, refused } = await read(text);
  assert.deepEqual(refused, []);
  assert.equal(drafts[0]?.body, '\\<rss version="2.0">\\<item> is RSS\n');
});
