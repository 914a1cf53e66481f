import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { gatherFolder } from './gather-folder.ts';
import type { FileContent } from './test-site.ts';

const picture = await sharp({
  create: { width: 8, height: 6, channels: 3, background: '#468' },
})
  .png()
  .toBuffer();

const article = (text = 'Text.', ...fields: string[]) =>
  ['---', 'title: A quay', 'date: 2026-01-06', ...fields, '---', '', text, ''].join('\n');

/** Pipes, names that are not UTF-8, and names that differ only in case. */
const noSuchFiles = process.platform !== 'linux' && 'this system has no such files';

const nfd = (text: string) => text.normalize('NFD');
const credited = (file: string) => [
  'image:',
  `  file: ${file}`,
  '  alt: A quay',
  '  credit: Ann Other',
];

test('finds files with names in NFD by references in NFC, NFD or percent-encoding', async (t) => {
  const photo = '부두 사진.png';
  const files: Record<string, FileContent> = {
    'publication.yaml': `name: Test\ntheme: {logo: ./${'로고.png'}}\n`,
    [nfd('로고.png')]: picture,
    [nfd(`그림/${photo}`)]: picture,
    [nfd(`그림/${photo}.yaml`)]: 'alt: {ko: 부두}\ncredit: Ann Other\n',
    [nfd('résumé.pdf')]: '%PDF-1.4',
    [nfd('café.md')]: article('Text.\n\n## Déjà vu\n\nText.'),
    [nfd('café.ko.md')]: '---\ntitle: 카페\n---\n\n본문.\n',
    [nfd('ガイド.ja.md')]: '---\ntitle: ガイド\ndate: 2026-01-07\n---\n\n本文。\n',
    'a.md': article(
      [
        `![A](<그림/${photo}>) ![A](<${nfd(`그림/${photo}`)}>) ![A](${encodeURI(`그림/${photo}`)})`,
        `[a](café.md) [b](${nfd('café.md')}) [c](${encodeURI(nfd('café.md'))}#${nfd('déjà')}-vu)`,
        `[d](résumé.pdf) [e](/2026/01/06/${nfd('café')}/) [f](${nfd('ガイド')}.ja.md)`,
      ].join('\n\n'),
      ...credited(`./그림/${photo}`),
      `card: ./${encodeURI(`그림/${photo}`)}`,
    ),
    'b.md': article('Text.', ...credited(nfd(`./그림/${photo}`)), `card: ./${nfd('로고.png')}`),
  };
  const { lines, paths, published } = await gatherFolder(t, files);
  assert.deepEqual(lines, []);
  assert.deepEqual(paths, ['a.md', 'b.md', 'café.ko.md', 'café.md', 'ガイド.ja.md']);
  const addresses = [...published.byPath.values()].map(({ address }) => address);
  assert.ok(addresses.includes('/ko/2026/01/06/café/'), 'expected a slug in NFC');
  assert.equal(
    published.translations.get('café')?.length,
    2,
    'expected one article in two languages',
  );
});

test('rejects two file names that differ only in their Unicode form', async (t) => {
  const { lines, paths } = await gatherFolder(t, {
    'é.md': article(),
    [nfd('é.md')]: article(),
    'a.md': article(),
  });
  assert.equal(lines.length, 1);
  assert.match(
    lines[0] ?? '',
    /^CONTENT\/é\.md:1:1 {2}file: expected one file of this name, got two /u,
  );
  assert.ok(paths.includes('a.md'));
});

test('reads each of several folders that link to one another once', async (t) => {
  const names = Array.from({ length: 9 }, (_, index) => `f${index}`);
  const links = names.flatMap((from) =>
    names
      .filter((to) => to !== from)
      .map((to) => [`${from}/${to}`, { link: `../${to}` }] as const),
  );
  const { lines, paths } = await gatherFolder(t, {
    ...Object.fromEntries(names.map((name) => [`${name}/${name}.md`, article()])),
    'f0/quay.png': picture,
    ...Object.fromEntries(links),
    self: { link: '.' },
    'f1/f1.md': article('![Q](f0/quay.png "Quay. Credit: Ann Other")'),
  });
  assert.deepEqual(lines, []);
  assert.deepEqual(
    paths,
    names.map((name) => `${name}/${name}.md`),
  );
});

test('reads an ignored folder through a link with another name', async (t) => {
  const { lines, paths } = await gatherFolder(t, {
    '_shared/quay.png': picture,
    '_shared/x.md': article(),
    'world/shared': { link: '../_shared' },
    'world/a.md': article('![Q](shared/quay.png "Quay. Credit: Ann Other")'),
  });
  assert.deepEqual(lines, []);
  assert.deepEqual(paths, ['world/a.md', 'world/shared/x.md']);
});

test('reports what is not a regular file, and never opens it', {
  skip: noSuchFiles,
}, async (t) => {
  const { lines, paths, leftOut } = await gatherFolder(
    t,
    { 'a.md': article(), 'folder.md/b.md': article() },
    {
      prepare: async (folder) => {
        const names = ['pipe.md', 'pipe.png', 'pipe.png.yaml'];
        for (const name of names) spawnSync('mkfifo', [join(folder, name)]);
      },
    },
  );
  assert.deepEqual(lines, [
    'CONTENT/pipe.md:1:1  file: expected a file with text, got a named pipe; put a file here, or rename this',
  ]);
  assert.deepEqual(paths, ['a.md', 'folder.md/b.md']);
  assert.equal(leftOut.length, 1);
});

test('reports names that are not UTF-8, and reads all other files', {
  skip: noSuchFiles,
}, async (t) => {
  const { lines, paths } = await gatherFolder(
    t,
    { 'a.md': article() },
    {
      prepare: async (folder) => {
        const named = (name: string) =>
          Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);
        await writeFile(named('caf\xe9.md'), article());
        await writeFile(named('caf\xe9.png'), picture);
        await mkdir(named('caf\xe9'));
      },
    },
  );
  assert.deepEqual(paths, ['a.md']);
  assert.deepEqual(lines, [
    'CONTENT/caf�:1:1  file: expected a name in UTF-8, got bytes that are not UTF-8 (shown as �); rename it',
    'CONTENT/caf�.md:1:1  file: expected a name in UTF-8, got bytes that are not UTF-8 (shown as �); rename it',
    'CONTENT/caf�.png:1:1  warning: file: expected a name in UTF-8, got bytes that are not UTF-8 (shown as �); rename it',
  ]);
});

const settings: readonly {
  name: string;
  skip?: string | false;
  files: Record<string, FileContent>;
  prepare?: (folder: string) => Promise<void>;
  message: RegExp;
}[] = [
  {
    name: 'a link out of the folder',
    files: { 'publication.yaml': { link: '../outside.yaml' } },
    prepare: (folder) => writeFile(join(folder, '../outside.yaml'), 'name: Outside\n'),
    message:
      /expected a file inside the content folder, got a symbolic link to a place outside; copy the file here$/u,
  },
  {
    name: 'a broken link',
    files: { 'publication.yaml': { link: 'nowhere.yaml' } },
    message: /expected a file inside the content folder, got a broken link; /u,
  },
  {
    name: 'a folder',
    files: { 'publication.yaml/a.txt': 'x' },
    message: /expected a file with settings, got a folder; rename or remove it$/u,
  },
  {
    name: 'a link to a folder',
    files: { 'publication.yaml': { link: 'world' }, 'world/x.txt': 'x' },
    message: /expected a file with settings, got a folder; /u,
  },
  {
    name: 'a named pipe',
    skip: noSuchFiles,
    files: {},
    prepare: async (folder) => {
      spawnSync('mkfifo', [join(folder, 'publication.yaml')]);
    },
    message: /expected a file with settings, got a named pipe; /u,
  },
  {
    name: 'a file of gigabytes',
    files: { 'publication.yaml': 'name: Test\n' },
    prepare: (folder) => truncate(join(folder, 'publication.yaml'), 5_000_000_000),
    message: /expected at most 1 MB, got 5000000000 bytes; /u,
  },
  {
    name: 'a file with another extension',
    files: { 'publication.yml': 'name: Test\n' },
    message:
      /expected the name publication\.yaml, got publication\.yml; rename it to publication\.yaml$/u,
  },
  {
    name: 'two files',
    skip: noSuchFiles,
    files: { 'publication.yaml': 'name: Test\n', 'Publication.YAML': 'name: Other\n' },
    message: /expected one file with settings, got publication\.yaml and Publication\.YAML; /u,
  },
];

for (const { name, skip = false, files, prepare, message } of settings) {
  test(`reports one error if publication.yaml is ${name}, and publishes nothing`, {
    skip,
  }, async (t) => {
    // Without articles, since rendering takes most of the time.
    const options = { allowEmpty: true, ...(prepare && { prepare }) };
    const { lines, publishable } = await gatherFolder(t, files, options);
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0] ?? '', /^CONTENT\/publication\.ya?ml:1:1 {2}publication\.yaml: /u);
    assert.match(lines[0] ?? '', message);
    assert.equal(publishable, false);
  });
}

test('accepts publication.yaml in other letter case', async (t) => {
  const { lines, published } = await gatherFolder(t, {
    'Publication.yaml': 'name: The Quay\n',
    'a.md': article(),
  });
  assert.deepEqual(lines, []);
  assert.deepEqual(published.settings.name, { '': 'The Quay' });
});

const empty: readonly { name: string; files: Record<string, FileContent>; message: RegExp }[] =
  [
    {
      name: 'without files',
      files: {},
      message: /got an empty folder; set CONTENT_DIR to the folder of your articles, or /,
    },
    {
      name: 'with posts of Jekyll',
      files: {
        '_posts/2026-01-06-a.md': article(),
        '_drafts/b.md': article(),
        '_config.yml': '',
      },
      message:
        /got _config\.yml, _drafts\/, _posts\/, ignored because of the "_".*npm run import/,
    },
    {
      name: 'with settings and posts of Jekyll',
      files: { 'publication.yaml': 'name: Test\n', 'blog/_posts/2026-01-06-a.md': article() },
      message: /got blog\/_posts\/, ignored because of the "_".*npm run import/,
    },
    {
      name: 'with pictures only',
      files: { 'a.png': picture },
      message: /got only a\.png; set CONTENT_DIR to the folder /,
    },
    {
      name: 'with articles of other file extensions',
      files: { 'a.markdown': article(), 'b.mdx': article() },
      message: /got a\.markdown, b\.mdx; rename Markdown files to \.md, or import them with /,
    },
    {
      name: 'with a read-me only',
      files: { 'README.md': 'Hello.' },
      message: /got an empty /,
    },
  ];

for (const { name, files, message } of empty) {
  test(`rejects a content folder ${name}, also with SKIP_INVALID`, async (t) => {
    const { lines, publishable } = await gatherFolder(t, files);
    const errors = lines.filter((line) => !line.includes('  warning: '));
    assert.equal(errors.length, 1, lines.join('\n'));
    assert.match(
      errors[0] ?? '',
      /^CONTENT:1:1 {2}folder: expected Markdown articles \(\.md\), /u,
    );
    assert.match(errors[0] ?? '', message);
    assert.equal(publishable, false);
    const allowed = await gatherFolder(t, files, { allowEmpty: true });
    const warnings = lines.filter((line) => !errors.includes(line));
    assert.deepEqual([allowed.lines, allowed.publishable], [warnings, true]);
  });
}

test('reports files that other programs publish', async (t) => {
  const { lines } = await gatherFolder(t, {
    'a.md': article(),
    'b.markdown': article(),
    'world/_posts/2026-01-06-c.md': article(),
    '_includes/x.html': '',
    'notes.txt': '',
  });
  assert.deepEqual(
    lines.map((line) => line.replace(/;.*/u, '')),
    [
      'CONTENT/b.markdown:1:1  warning: file: expected a name that ends in .md, got "b.markdown", which is not an article',
      'CONTENT/world/_posts:1:1  warning: folder: expected Markdown articles (.md), got world/_posts/, which is ignored',
    ],
  );
});

test('rejects files of gigabytes by their size, without reading them', async (t) => {
  const huge = ['huge.md', 'huge.png', 'huge.png.yaml', 'huge.pdf'];
  const { lines } = await gatherFolder(
    t,
    {
      'a.md': article('![A](huge.png "A. Credit: Ann Other")\n\n[b](huge.pdf)'),
      'small.md': article(),
    },
    {
      prepare: async (folder) => {
        for (const name of huge) {
          await writeFile(join(folder, name), '');
          await truncate(join(folder, name), 5_000_000_000);
        }
      },
    },
  );
  assert.deepEqual(
    lines.map((line) => line.replace(/: expected .*?, got/u, ':')),
    [
      'CONTENT/a.md:6:1  picture: huge.png: 5.0 GB; make it smaller, or link to it at another address',
      'CONTENT/a.md:8:1  link: huge.pdf: 5.0 GB; make it smaller, or link to it at another address',
      'CONTENT/huge.md:1:1  text: 5000 MB; split the article, or raise `limits: {size: …}` in publication.yaml',
      'CONTENT/huge.png.yaml:1:1  note of a picture: 5000000000 bytes; keep only `alt:`, `caption:` and `credit:` in it',
    ],
  );
});
