import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import {
  assertSameFiles,
  type BuiltSite,
  buildSite,
  type FileContent,
  type Files,
} from './test-site.ts';

const day = '2026-01-06';

/** An article with these lines of front matter besides title and date. */
function article(body: string, ...fields: string[]): string {
  return ['---', 'title: A bridge', `date: ${day}`, ...fields, '---', '', body, ''].join('\n');
}

const picture = await sharp({
  create: { width: 8, height: 6, channels: 3, background: '#246' },
})
  .png()
  .toBuffer();

/** Unusual but valid articles. The page at `path` must contain `holds`. */
const accepted: readonly {
  name: string;
  content: string;
  path: string;
  holds: readonly string[];
}[] = [
  {
    name: 'a byte order mark',
    content: `\ufeff${article('Marked text.')}`,
    path: 'mark',
    holds: ['<h1>A bridge</h1>', 'Marked text.'],
  },
  {
    name: 'line ends of Windows',
    content: article('## First\n\nOne line\nand another.').replaceAll('\n', '\r\n'),
    path: 'windows',
    holds: ['<h1>A bridge</h1>', '<h2 id="first">First</h2>', 'One line\nand another.'],
  },
  {
    name: 'a body without headings',
    content: article('Just one paragraph.'),
    path: 'plain',
    holds: ['Just one paragraph.'],
  },
  {
    name: 'a footnote',
    path: 'footnoted',
    content: article('## Timetable\n\nText[^1].\n\n[^1]: Note.'),
    holds: ['id="ui-fn-1"'],
  },
  {
    name: 'a heading that is repeated',
    content: article('## Same\n\nOne.\n\n## Same\n\nTwo.'),
    path: 'repeated',
    holds: ['<h2 id="same">', '<h2 id="same-1">', 'href="#same"', 'href="#same-1"'],
  },
  {
    name: 'headings in Korean, emoji and Arabic',
    content: article('## 회담 결과\n\nA.\n\n## 🎉\n\nB.\n\n## نتائج القمة\n\nC.'),
    path: 'scripts',
    holds: [
      '<h2 id="회담-결과">',
      '<h2 id="نتائج-القمة" dir="rtl">',
      'href="#회담-결과"',
      'href="#نتائج-القمة"',
      '🎉</a>',
    ],
  },
  {
    name: 'an unknown field',
    content: article('Text.', 'udpated: 2026-01-07'),
    path: 'typo',
    holds: ['Text.'],
  },
  {
    name: 'a link to an article that is left out later',
    content: article('See [the other one](missing-title.md) here.'),
    path: 'links-to-wrong',
    holds: ['the other one'],
  },
];

const valid: Files = {
  'publication.yaml': 'name: Test\nsections: [World]\n',
  'picture.png': picture,
  'missing-title.md': article('Right at first.'),
  ...Object.fromEntries(accepted.map(({ path, content }) => [`${path}.md`, content])),
};

interface Mistake {
  readonly name: string;
  readonly file: string;
  readonly content: FileContent;
  /** `line:column  field` as reported. */
  readonly at: string;
  /** The message and the cure. */
  readonly message: RegExp;
}

const mistakes: readonly Mistake[] = [
  {
    name: 'malformed YAML',
    file: 'yaml.md',
    content: '---\ntitle: A bridge\ntopics: [one, two\ndate: 2026-01-06\n---\n\nText.\n',
    at: '4:1  front matter',
    message:
      /^expected valid YAML, got "date: 2026-01-06" \(the line above opens a list that is not closed\); close it with `\]`$/,
  },
  {
    name: 'malformed TOML',
    file: 'toml.md',
    content: '+++\ntitle = "A bridge"\ndate = \n+++\n\nText.\n',
    at: '3:8  front matter',
    message: /^expected valid TOML, got "date =" /,
  },
  {
    name: 'no title',
    file: 'missing-title.md',
    content: '---\ndate: 2026-01-06\n---\n\nText.\n',
    at: '1:1  title',
    message: /^missing; expected a headline; add `title: …`$/,
  },
  {
    name: 'no date',
    file: 'missing-date.md',
    content: '---\ntitle: A bridge\n---\n\nText.\n',
    at: '1:1  date',
    message: /^missing; expected a date such as 2026-03-04 .*; add `date: …`$/,
  },
  {
    name: 'a list for a headline',
    file: 'list-title.md',
    content: '---\ntitle: [A, bridge]\ndate: 2026-01-06\n---\n\nText.\n',
    at: '2:8  title',
    message: /^expected a headline, got a list of 2$/,
  },
  {
    name: 'a mapping for topics',
    file: 'mapped-topics.md',
    content: article('Text.', 'topics: {a: b}'),
    at: '4:9  topics',
    message: /^expected a list such as .*, got a mapping$/,
  },
  {
    name: 'text for a yes-or-no field',
    file: 'draft-perhaps.md',
    content: article('Text.', 'draft: perhaps'),
    at: '4:8  draft',
    message: /^expected `true` or `false`, got "perhaps"$/,
  },
  {
    name: 'a day that does not exist',
    file: 'no-such-day.md',
    content: '---\ntitle: A bridge\ndate: 2026-02-30\n---\n\nText.\n',
    at: '3:7  date',
    message:
      /^expected a date such as 2026-03-04 or 2026-03-04T09:30\+09:00, got "2026-02-30"$/,
  },
  {
    name: 'an offset that does not exist',
    file: 'no-such-offset.md',
    content: '---\ntitle: A bridge\ndate: 2026-01-06T10:00+25:00\n---\n\nText.\n',
    at: '3:7  date',
    message: /^expected a date such as .*, got "2026-01-06T10:00\+25:00"$/,
  },
  {
    name: 'an update before publication',
    file: 'updated-early.md',
    content: article('Text.', 'updated: 2026-01-05'),
    at: '4:10  updated',
    message: /^expected a date not before 2026-01-06, got "2026-01-05"$/,
  },
  {
    name: 'a section that publication.yaml does not list',
    file: 'other-section.md',
    content: article('Text.', 'section: Sport'),
    at: '4:10  section',
    message: /^expected one of .*\(World\), got "Sport"$/,
  },
  {
    name: 'two files with one address',
    file: 'second/twin.md',
    content: article('Text.'),
    at: '1:1  slug',
    message:
      /^expected an address of its own, got \/2026\/01\/06\/twin\/, which is that of CONTENT\/first\/twin\.md;/,
  },
  {
    name: 'a missing picture',
    file: 'missing-picture.md',
    content: article(
      'Text.',
      'image:',
      '  file: ./nowhere.jpg',
      '  alt: B',
      '  credit: A via B',
    ),
    at: '5:9  image.file',
    message: /^expected a picture in the content folder, got "\.\/nowhere\.jpg"/,
  },
  {
    name: 'a missing share card',
    file: 'missing-card.md',
    content: article('Text.', 'card: ./pictur.png'),
    at: '4:7  card',
    message:
      /^expected a picture \(\.jpg, .*\) in the content folder, got "\.\/pictur\.png"; did you mean picture\.png\?$/,
  },
  {
    name: 'a share card that is not a picture',
    file: 'text-as-card.md',
    content: article('Text.', 'card: ./missing-card.md'),
    at: '4:7  card',
    message: /^expected a picture .*, got "\.\/missing-card\.md"/,
  },
  {
    name: 'a share card outside of the content folder',
    file: 'card-outside.md',
    content: article('Text.', 'card: ../../../etc/card.png'),
    at: '4:7  card',
    message: /^expected a picture .*, got "\.\.\/\.\.\/\.\.\/etc\/card\.png"/,
  },
  {
    name: 'a picture without a credit',
    file: 'uncredited.md',
    content: article('Text.', 'image:', '  file: ./picture.png', '  alt: A bridge'),
    at: '5:3  image.credit',
    message: /^missing; write `credit: /,
  },
  {
    name: 'CC BY without a creator',
    file: 'no-creator.md',
    content: article(
      'Text.',
      'image:',
      '  file: ./picture.png',
      '  alt: A bridge',
      '  credit:',
      '    source: Wikimedia Commons',
      '    licence: CC BY 4.0',
    ),
    at: '8:5  image.credit.creator',
    message:
      /^missing; expected the creator's name, which CC BY 4\.0 requires \(section .*; add `creator: /,
  },
  {
    name: 'an empty file',
    file: 'empty.md',
    content: '',
    at: '1:1  text',
    message: /^expected front matter and text, got an empty file; /,
  },
  {
    name: 'a file that is not UTF-8',
    file: 'latin.md',
    content: Buffer.from(article('Na\u00efve text.'), 'latin1'),
    at: '6:3  text',
    message: /^expected UTF-8 text, got the byte 0xef; save the file as UTF-8$/,
  },
  {
    name: 'NUL bytes',
    file: 'nul.md',
    content: article('Te\0xt.'),
    at: '6:3  text',
    message: /^expected text, got a NUL byte; /,
  },
  {
    name: 'an article of 5 MB',
    file: 'huge.md',
    content: article('Many words here. '.repeat(300_000)),
    at: '1:1  text',
    message: /^expected at most 2 MB, got 5\.1 MB; /,
  },
  {
    name: '5,000 nested quotes',
    file: 'nested.md',
    content: article(`${'>'.repeat(5000)} deep`),
    at: '6:1  text',
    message: /^expected nesting no deeper than 100, got 5000$/,
  },
  {
    name: 'a link to a missing article',
    file: 'broken-link.md',
    content: article('Read [more](no-such-article.md).'),
    at: '6:6  link',
    message:
      /^expected an address on this site or a file in the content folder, got "no-such-article\.md"/,
  },
  {
    name: 'a link to a missing heading of another article',
    file: 'broken-heading.md',
    content: article('Read [more](repeated.md#sane).'),
    at: '6:6  link',
    message: /^expected a heading of CONTENT\/repeated\.md, got "#sane"; did you mean #same\?$/,
  },
  {
    name: 'a link to a missing heading, without a footnote as a suggestion',
    file: 'broken-heading-near-footnote.md',
    content: article('Read [more](footnoted.md#xi-fn-1).'),
    at: '6:6  link',
    message: /^expected a heading of CONTENT\/footnoted\.md, got "#xi-fn-1"$/,
  },
  {
    name: 'a link to a missing heading of the same article',
    file: 'broken-own-heading.md',
    content: article('## There\n\nRead [more](#ther).'),
    at: '8:6  link',
    message:
      /^expected a heading or anchor of this article, got "#ther"; did you mean #there\?$/,
  },
  {
    name: 'a symbolic link that leaves the folder',
    file: 'outside.md',
    content: { link: '/etc/hostname' },
    at: '1:1  file',
    message:
      /^expected a file inside the content folder, got a symbolic link to a place outside; /,
  },
];

const wrong: Files = {
  'first/twin.md': article('Text.'),
  ...Object.fromEntries(mistakes.map(({ file, content }) => [file, content])),
};

interface ReportedLine {
  readonly file: string;
  readonly at: string;
  readonly warning: boolean;
  readonly message: string;
}

/** The problems that a build printed, with the content folder as CONTENT; fails for any other line. */
function reported(site: BuiltSite): ReportedLine[] {
  const [report = ''] = site.stderr
    .replaceAll(site.contentDir, 'CONTENT')
    .split(/\n\n|^left out: /mu);
  return report.split('\n').filter(Boolean).map(parseLine);
}

function parseLine(line: string): ReportedLine {
  const form =
    /^CONTENT\/(?<file>[^:]+):(?<place>\d+:\d+) {2}(?<warning>warning: )?(?<field>[^:]+): (?<message>.+)$/u;
  const found = form.exec(line)?.groups;
  assert.ok(found, `not the form of a problem: ${line}`);
  return {
    file: found['file'] ?? '',
    at: `${found['place']}  ${found['field']}`,
    warning: found['warning'] !== undefined,
    message: found['message'] ?? '',
  };
}

test('a folder with every kind of mistake', async (t) => {
  const first = await buildSite(t, valid);
  assert.equal(first.code, 0, first.stderr);
  const before = await first.hashes();

  for (const { name, path, holds } of accepted) {
    await t.test(`publishes ${name}`, async () => {
      const page = (await first.read(`2026/01/06/${path}/index.html`)).replace(
        /(?<=href="#)[^"]+/gu,
        decodeURI,
      );
      for (const part of holds) assert.ok(page.includes(part), part);
      for (const [, id] of page.matchAll(/href="#([^"]+)"/gu))
        assert.ok(page.includes(` id="${id}"`), `a broken link: #${id}`);
    });
  }

  await t.test('suggests the field that an unknown one probably means, as a warning', () => {
    assert.deepEqual(reported(first), [
      {
        file: 'typo.md',
        at: '4:1  udpated',
        warning: true,
        message: 'expected a known field, got "udpated"; did you mean `updated`?',
      },
    ]);
  });

  const linked = await first.read('2026/01/06/links-to-wrong/index.html');
  const failed = await first.rebuild(wrong);
  const lines = reported(failed);
  const errors = lines.filter((line) => !line.warning);

  await t.test('fails and leaves the previous output unchanged', async () => {
    assert.equal(failed.code, 1);
    assertSameFiles(await failed.hashes(), before);
  });

  for (const { name, file, at, message } of mistakes) {
    await t.test(`reports ${name}`, () => {
      const own = errors.filter((line) => line.file === file);
      assert.equal(own.length, 1, `${own.length} errors for ${file}`);
      assert.equal(own[0]?.at, at);
      assert.match(own[0]?.message ?? '', message);
    });
  }

  await t.test('reports nothing else, in the order of files', () => {
    const files = errors.map((line) => line.file);
    assert.deepEqual(files, mistakes.map((mistake) => mistake.file).sort());
    const warned = lines.filter((line) => line.warning).map((line) => line.file);
    assert.deepEqual(warned, ['links-to-wrong.md', 'typo.md']);
  });

  const skipped = await failed.rebuild({}, { SKIP_INVALID: '1' });

  await t.test('is built without these files if SKIP_INVALID is set', async () => {
    assert.equal(skipped.code, 0, skipped.stderr);
    const files = (await skipped.list()).filter((path) => /^2026\/01\/06\//u.test(path));
    const wanted = ['twin', ...accepted.map(({ path }) => path)].flatMap((path) =>
      ['.md', '/index.html'].map((ending) => `2026/01/06/${path}${ending}`),
    );
    assert.deepEqual(files, wanted.sort());
  });

  await t.test('lists the files that were left out', () => {
    const [, list = ''] = skipped.stderr.split(/^left out: .*$/mu);
    const listed = list
      .split('\n')
      .filter((line) => line.startsWith('  '))
      .map((line) => line.trim().replace(`${skipped.contentDir}/`, ''));
    assert.deepEqual(listed, mistakes.map((mistake) => mistake.file).sort());
  });

  await t.test('shows links to articles that were left out as plain text', async () => {
    assert.match(linked, /<a href="\/2026\/01\/06\/missing-title\/">the other one<\/a>/u);
    const plain = await skipped.read('2026/01/06/links-to-wrong/index.html');
    assert.match(plain, />See (?:<a>)?the other one(?:<\/a>)? here\.<\/p>/u);
    const warning = reported(skipped).find((line) => line.file === 'links-to-wrong.md');
    assert.match(
      warning?.message ?? '',
      /got "missing-title\.md"; it is printed as plain text$/u,
    );
  });
});

test('a mistake in publication.yaml is reported at its line, and nothing is published', async (t) => {
  const site = await buildSite(t, {
    'publication.yaml': 'name: Test\ntimeZone: Mars/Olympus\npageSize: many\n',
    'bridge.md': article('Text.'),
  });
  assert.equal(site.code, 1);
  const shown = reported(site).map(({ file, at, message }) => `${file}:${at} ${message}`);
  assert.equal(shown.length, 2);
  assert.match(
    shown[0] ?? '',
    /^publication\.yaml:2:11 {2}timeZone expected .*, got "Mars\/Olympus"/u,
  );
  assert.match(shown[1] ?? '', /^publication\.yaml:3:11 {2}pageSize expected .*, got "many"/u);
  assert.deepEqual(await site.list(), []);
});

test('a folder without articles becomes a front page that says so', async (t) => {
  const site = await buildSite(t, { 'publication.yaml': 'name: Test\n' });
  assert.equal(site.code, 0, site.stderr);
  const page = await site.read('index.html');
  const main = /<main[^>]*>(.*)<\/main>/su.exec(page)?.[1] ?? '';
  assert.match(main.replace(/<[^>]*>/gu, ' '), /\w+ \w+ \w+/u);
  assert.ok((await site.list()).includes('404.html'));
});

test('a site without articles replaces one with articles only if ALLOW_EMPTY is set', async (t) => {
  const site = await buildSite(t, {
    'publication.yaml': 'name: Test\n',
    'a.md': article('Text.'),
  });
  assert.equal(site.code, 0, site.stderr);
  const before = await site.hashes();
  const draft = await site.rebuild({ 'a.md': article('Text.', 'draft: true') });
  assert.equal(draft.code, 1);
  assert.match(
    draft.stderr,
    /^build: expected articles to publish, got none, but .* has 1 article pages?; /mu,
  );
  const empty = await site.rebuild({ 'a.md': null, 'publication.yaml': null });
  assert.equal(empty.code, 1);
  assert.match(
    empty.stderr,
    /:1:1 {2}folder: expected Markdown articles \(\.md\), got an empty folder; /u,
  );
  assertSameFiles(await empty.hashes(), before, 'previous output');
  const allowed = await site.rebuild({}, { ALLOW_EMPTY: '1' });
  assert.equal(allowed.code, 0, allowed.stderr);
  assert.ok((await site.list()).includes('index.html'));
});

test('a missing content folder is reported in one line', async (t) => {
  const site = await buildSite(t, {}, { CONTENT_DIR: '/nowhere/at/all' });
  assert.equal(site.code, 1);
  assert.equal(site.stdout, '');
  assert.match(site.stderr, /^[^\n]*\/nowhere\/at\/all[^\n]*\n$/u);
  assert.deepEqual(await site.list(), []);
});
