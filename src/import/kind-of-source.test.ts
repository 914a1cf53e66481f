import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { kindOfSource } from './kind-of-source.ts';
import { listSources } from './list-sources.ts';
import { readSource } from './read-source.ts';

const options = { pictures: false, timeZone: 'UTC', date: '2026-01-06' };
const ghost = '{"db":[{"meta":{"exported_on":1},"data":{"posts":[]}}]}';
const jsonFeed = `{"items":[${'{"id":"1","content_text":"Words of it."},'.repeat(900)}{"id":"2"}],"version":"https://jsonfeed.org/version/1.1"}`;

const unread: readonly [name: string, bytes: string, what: RegExp][] = [
  ['a.json', '{"a":[1]}', /JSON, but not a JSON Feed or an export of Ghost/u],
  ['a.json', '{"a":', /JSON/u],
  ['a.txt', '\ufeff[{"title":"A"}]', /JSON/u],
  ['no-ending', '{"a":1}\n{"a":2}\n', /JSON/u],
  ['a.csv', 'title,text\nA,B\n', /a table \(CSV or TSV\)/u],
  ['a.tsv', 'title\ttext\n', /a table/u],
  ['a.rtf', '{\\rtf1\\ansi Words}', /a rich text \(RTF\)/u],
  ['a.txt', '{\\rtf1\\ansi Words}', /a rich text \(RTF\)/u],
  ['a.docx', 'PK\x03\x04\x14\0\0\0', /a Word document, .*; save it as HTML or plain text/u],
  ['a.hwp', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0', /a Hangul document/u],
  ['a.odt', 'PK\x03\x04\x14\0\0\0', /an OpenDocument text/u],
  ['posts.zip', 'PK\x03\x04\x14\0\0\0', /an archive.*unpack it/u],
  ['export.xml.gz', '\x1f\x8b\x08\0\0\0\0\0\0\x03aa', /an archive.*unpack it/u],
  ['a.pdf', '%PDF-1.7\n', /a PDF, .*copy its text/u],
  ['a.txt', '%PDF-1.7\n', /a PDF/u],
  ['a.png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', /a binary file \(png\)/u],
  ['a.rst', 'Title\n=====\n', /reStructuredText.*pandoc/u],
  ['a.mhtml', 'From: <Saved by Blink>\r\n', /an archive of web pages/u],
  [
    'a.txt',
    'From: <Saved by Blink>\r\nSnapshot-Content-Location: x\r\n',
    /archive of web pages/u,
  ],
  ['a.eml', 'Return-Path: <a@b.example>\r\nReceived: from x\r\n', /mail/u],
  ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', /XML, but not a feed/u],
  ['a.yaml', 'title: A\n', /data or settings/u],
];
for (const [name, bytes, what] of unread)
  test(`${name} that begins with ${JSON.stringify(bytes.slice(0, 20))} is refused by its kind`, async () => {
    const file = {
      source: name,
      path: `/${name}`,
      bytes: Buffer.from(bytes, bytes.startsWith('\ufeff') ? 'utf8' : 'latin1'),
    };
    const { drafts, refused } = await readSource(file, options, undefined);
    assert.deepEqual(drafts, []);
    assert.match(refused[0]?.reason ?? '', what);
    assert.match(refused[0]?.reason ?? '', /^it is .+, which is not supported; .+/u);
  });

const read: readonly [name: string, text: string, kind: string, type?: string][] = [
  ['feed.json', jsonFeed, 'feed'],
  ['feed', jsonFeed, 'feed'],
  ['feed.txt', jsonFeed, 'feed'],
  ['export.json', ghost, 'feed'],
  ['export', `\ufeff${ghost}`, 'feed'],
  ['old.json', '{"meta":{"exported_on":"1"},"data":{"posts":[]}}', 'feed'],
  ['a.md', '{"title":"A"}\n\nWords', 'post'],
  ['a.md', '{"version":"https://jsonfeed.org/version/1"}\n\nWords', 'post'],
  ['a.txt', '[Seoul] Words of an agency.', 'text'],
  ['a.txt', '<svg> is an element.', 'text'],
  ['a', 'Words', 'text'],
  ['a', 'a,b', 'text'],
];
for (const [name, text, kind] of read)
  test(`${name} that begins with ${JSON.stringify(text.slice(0, 20))} is read as a ${kind}`, async () => {
    const file = { source: name, path: `/${name}`, bytes: Buffer.from(text) };
    assert.equal(await kindOfSource(file), kind);
  });

test('does not read a table from a server as text', async () => {
  const file = { source: 'x', url: 'https://a.example/x?as=csv', bytes: Buffer.from('a,b') };
  assert.notEqual(
    await kindOfSource({ ...file, contentType: 'text/csv; charset=utf-8' }),
    'text',
  );
});

test('reports skipped files of a folder once for each kind', async (t) => {
  const root = mkdtempSync(join(tmpdir(), 'dateline-list-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ['.git', 'node_modules', 'old']) mkdirSync(join(root, folder));
  for (const name of [
    'a.md',
    'old/b.docx',
    'old/c.docx',
    'd.jpg',
    'e.jpg',
    'f.css',
    'README.md',
    'clip.mp4',
    'clip.txt',
    'clip.ko.txt',
    'other.txt',
  ])
    writeFileSync(join(root, name), 'x');
  writeFileSync(join(root, 'site.json'), '{}');
  writeFileSync(join(root, 'old', 'ghost.json'), ghost);
  symlinkSync(join(root, 'a.md'), join(root, 'z.md'));
  const { items, skipped } = await listSources([root]);
  const names = (text: string) => text.replaceAll(`${root}/`, '');
  assert.deepEqual(
    items.map(({ source }) => names(source)),
    ['a.md', 'old/ghost.json', 'other.txt'],
  );
  assert.deepEqual(skipped.map(names), [
    'old/b.docx  not supported, with 1 more like it: it is a Word document; save it as HTML or plain text and import that',
    'site.json  not supported: it is JSON, but not a JSON Feed or an export of Ghost; give each article as text, HTML or Markdown, or all of them as a feed',
    'not articles: 2 .txt, 2 .jpg, 1 .mp4, 1 .css',
    'not imported: files ignored by name; name one explicitly to import it: 1 README.md',
    'not imported: folders ignored by name: 1 .git, 1 node_modules',
    'not imported: symbolic links, which are not followed: 1 such as z.md',
  ]);
});
