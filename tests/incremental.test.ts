import assert from 'node:assert/strict';
import { cp, mkdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import sharp from 'sharp';
import { copyOfProject } from './copy-of-project.ts';
import {
  assertSameFiles,
  type BuiltSite,
  buildSite,
  type Files,
  listFiles,
} from './test-site.ts';

function article(title: string, date: string, body: string, ...fields: string[]): string {
  return ['---', `title: ${title}`, `date: ${date}`, ...fields, '---', '', body, ''].join('\n');
}

const folder: Files = {
  'publication.yaml': 'name: Test\nsections: [World, City]\n',
  'bridge.md': article(
    'A bridge',
    '2026-01-06',
    '## Plans\n\nA bridge is planned.\n\n## Cost\n\nNobody knows.',
    'section: City',
    'topics: [Roads]',
  ),
  'bridge.ko.md': '---\ntitle: 다리\n---\n\n## 계획\n\n다리를 짓는다.\n',
  'harbour.md': article(
    'A harbour',
    '2026-01-08',
    'See [the plans](bridge.md#plans).',
    'section: City',
  ),
  'summit.md': article('A summit', '2026-02-01', 'They met.', 'section: World'),
  'treaty.md': article('A treaty', '2026-02-03', 'They signed.', 'topics: [Peace, Roads]'),
  'weather.md': article('The weather', '2026-03-01', 'It rains.'),
  'flood.md': article('A flood', '2026-03-04', 'It rained. <u>Much</u>.'),
  'quay.md': article('A quay', '2026-01-20', '![The quay](quay.png)'),
  'quay.png': await sharp({
    create: { width: 60, height: 40, channels: 3, background: '#357' },
  })
    .png()
    .toBuffer(),
  'quay.png.yaml': 'credit: Jane Roe\n',
};

interface Step {
  readonly name: string;
  readonly changes: Files;
  /** A page that must show the change, and how: a step that changes nothing proves nothing. */
  readonly page: string;
  readonly shows: RegExp;
  /** All pages that change, if given. */
  readonly only?: readonly string[];
}

// Each step starts from the result of the previous one.
const steps: readonly Step[] = [
  {
    name: 'an edited body',
    changes: { 'summit.md': article('A summit', '2026-02-01', 'They did not meet.') },
    page: '2026/02/01/summit/index.html',
    shows: /They did not meet\./,
  },
  {
    name: 'an edited headline',
    changes: { 'treaty.md': article('Peace at last', '2026-02-03', 'They signed.') },
    page: '2026/02/index.html',
    shows: /Peace at last/,
  },
  {
    name: 'an edited date',
    changes: { 'weather.md': article('The weather', '2025-12-31', 'It rains.') },
    page: '2025/12/31/weather/index.html',
    shows: /It rains/,
  },
  {
    name: 'an edited heading that another article links to',
    changes: {
      'bridge.md': article('A bridge', '2026-01-06', '## New plans\n\n## Cost\n\nMuch.'),
      'harbour.md': article('A harbour', '2026-01-08', 'See [it](bridge.md#new-plans).'),
    },
    page: '2026/01/08/harbour/index.html',
    shows: /\/2026\/01\/06\/bridge\/#new-plans/,
  },
  {
    name: 'a new article',
    changes: { 'fair.md': article('A fair', '2026-04-01', 'It opened.', 'topics: [Fun]') },
    page: 'index.html',
    shows: /A fair/,
  },
  {
    name: 'a deleted article',
    changes: { 'flood.md': null },
    page: '2026/04/01/fair/index.html',
    shows: /^(?!.*A flood)/su,
  },
  {
    name: 'a renamed article',
    changes: {
      'summit.md': null,
      'talks.md': article('A summit', '2026-02-01', 'They did not meet.'),
    },
    page: 'page/index.html',
    shows: /^(?!.*\/summit\/).*\/2026\/02\/01\/talks\//su,
  },
  {
    name: 'a new translation',
    changes: { 'fair.de.md': '---\ntitle: Ein Markt\n---\n\nEr ist offen.\n' },
    page: '2026/04/01/fair/index.html',
    shows: /href="\/de\/2026\/04\/01\/fair\/"/,
  },
  {
    name: 'an edited note of a picture',
    changes: { 'quay.png.yaml': 'credit: John Doe via Archive\n' },
    page: '2026/01/20/quay/index.html',
    shows: /John Doe via Archive/,
    only: ['2026/01/20/quay/index.html', 'credits/index.html'],
  },
  {
    name: 'another publication.yaml',
    changes: {
      'publication.yaml':
        'name: The Bridge Times\nsections: [City, World]\ntimeZone: Asia/Seoul\n',
    },
    page: '2026/01/06/bridge/index.html',
    shows: /The Bridge Times/,
  },
];

/** Builds the folder with the old cache and with an empty one: the bytes must be the same. */
async function equalsClean(site: BuiltSite, changes: Files): Promise<BuiltSite> {
  const built = await site.rebuild(changes);
  assert.equal(built.code, 0, built.stderr);
  const clean = await built.buildClean();
  assert.equal(clean.code, 0, clean.stderr);
  assertSameFiles(await built.hashes(), await clean.hashes());
  return built;
}

function changedPages(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  const paths = Object.keys({ ...before, ...after }).filter((path) => path.endsWith('.html'));
  return paths.filter((path) => before[path] !== after[path]).sort();
}

/** Changes to the project itself: a file, the text to replace, and the replacement. */
const codeChanges = [
  {
    name: 'a changed component',
    file: 'src/site/components/ArticleHeader.astro',
    from: '<h1>',
    to: '<h1 class="other">',
    shows: /<h1 class="other">/,
  },
  {
    name: 'a changed sanitiser policy',
    file: 'src/content/markdown/sanitiser-policy.ts',
    from: "    'u',\n",
    to: '',
    shows: />It rained\. Much\.</,
  },
  {
    name: 'changed words of the interface',
    file: 'src/language/words/en.ts',
    from: 'Published',
    to: 'Printed',
    shows: /Printed/,
  },
];

describe('a build over what an earlier one left', () => {
  test('a build over an old cache is a clean build, byte for byte', async (t) => {
    const site = await buildSite(t, folder);
    assert.equal(site.code, 0, site.stderr);
    for (const { name, changes, page, shows, only } of steps) {
      await t.test(`after ${name}`, async () => {
        const earlier = await site.read(page).catch(() => '');
        const before = await site.hashes();
        const built = await equalsClean(site, changes);
        const now = await built.read(page);
        assert.match(now, shows);
        assert.notEqual(now, earlier);
        if (only) assert.deepEqual(changedPages(before, await built.hashes()), only);
      });
    }
  });

  test('a build after the project itself changed is a clean build, byte for byte', async (t) => {
    const root = await copyOfProject(t);
    const site = await buildSite(t, folder, {}, { root, emptyCache: true });
    assert.equal(site.code, 0, site.stderr);
    const page = '2026/03/04/flood/index.html';
    for (const { name, file, from, to, shows } of codeChanges) {
      await t.test(`after ${name}`, async () => {
        assert.doesNotMatch(await site.read(page), shows);
        const source = await readFile(join(root, file), 'utf8');
        assert.ok(source.includes(from), `${file} holds ${from}`);
        await writeFile(join(root, file), source.replaceAll(from, to));
        const built = await equalsClean(site, {});
        assert.match(await built.read(page), shows);
      });
    }
  });

  test('a folder beside the project that begins with its name is a folder like any other', async (t) => {
    const root = await copyOfProject(t);
    t.after(() => rm(`${root}-out`, { recursive: true, force: true }));
    const outDir = join(`${root}-out`, 'site');
    const site = await buildSite(
      t,
      { 'flood.md': '---\ntitle: A flood\ndate: 2026-03-04\n---\n\nIt rained.\n' },
      { OUT_DIR: outDir },
      { root },
    );
    assert.equal(site.code, 0, site.stderr);
    assert.match(await readFile(join(outDir, 'index.html'), 'utf8'), /A flood/u);
  });

  test('recovers from a damaged cache', async (t) => {
    const site = await buildSite(t, folder);
    assert.equal(site.code, 0, site.stderr);
    const rendered = join(site.cacheDir, 'rendered');

    // A new name of the publication prints every page again, so every text is read.
    const damages: readonly [string, Files, (path: string) => Promise<void>][] = [
      ['cut short', { 'publication.yaml': 'name: First\n' }, (path) => truncate(path, 90)],
      ['altered', { 'publication.yaml': 'name: Second\n' }, alter],
    ];
    for (const [name, changes, damage] of damages) {
      await t.test(`with texts that were ${name}`, async () => {
        const texts = await listFiles(rendered);
        assert.ok(texts.length >= 7);
        for (const path of texts) await damage(join(rendered, path));
        await equalsClean(site, changes);
      });
    }
  });

  test('an output that somebody changed is a clean build again', async (t) => {
    const site = await buildSite(t, folder);
    assert.equal(site.code, 0, site.stderr);
    const whole = await site.hashes();
    const page = join(site.outDir, '2026/02/01/summit/index.html');
    const changes: readonly [string, () => Promise<unknown>][] = [
      ['a page that was edited', () => alter(page)],
      ['a page that is gone', () => rm(page)],
      ['a folder that is gone', () => rm(join(site.outDir, 'assets'), { recursive: true })],
      ['a file too many', () => writeFile(join(site.outDir, '2026/mine.txt'), 'x')],
      ['a folder in the place of a page', () => rm(page).then(() => mkdir(page))],
      ['a list of files that is gone', () => rm(`${site.outDir}-hosting`, { recursive: true })],
      ['nothing at all', () => rm(site.outDir, { recursive: true })],
    ];
    for (const [name, apply] of changes) {
      await t.test(`with ${name}`, async () => {
        const list = await readFile(`${site.outDir}-hosting/files.json`, 'utf8');
        await apply();
        const again = await site.rebuild({});
        assert.equal(again.code, 0, again.stderr);
        assertSameFiles(await again.hashes(), whole);
        assert.equal(await readFile(`${site.outDir}-hosting/files.json`, 'utf8'), list);
      });
    }
    await t.test('a copy of it with new times is not printed again', async () => {
      await rename(site.outDir, `${site.outDir}-old`);
      await cp(`${site.outDir}-old`, site.outDir, { recursive: true });
      const before = await stat(page);
      const again = await site.rebuild({});
      assert.equal(again.code, 0, again.stderr);
      assert.equal((await stat(page)).ino, before.ino);
      assertSameFiles(await again.hashes(), whole);
    });
  });

  test('a build of the same says the same; a later or earlier clock is a clean build', async (t) => {
    const timed = {
      'publication.yaml': 'name: Test\nunknown: field\n',
      'now.md': article('Now', '2026-05-31', 'It is.', 'expiryDate: 2026-06-03'),
      'soon.md': article('Soon', '2026-06-02T08:00Z', 'It will be.'),
      'old.md': article('Old', '2026-01-06', 'It was.', 'updated: 2026-06-09'),
    };
    const site = await buildSite(t, timed);
    assert.equal(site.code, 0, site.stderr);
    assert.match(site.stderr, /unknown/u);
    assert.match(site.stderr, /updated: expected a date that is not in the future/u);
    const lines = (text: string) =>
      text
        .replace(/^[\w ]+: (?:\d+ \w+, )*[\d.]+ s\n/gmu, '')
        .replace(/, [\d.]+ s(?:; nothing has changed)?\n/u, '\n');
    for (const round of ['first', 'second']) {
      const again = await site.rebuild({});
      assert.equal(again.stderr, site.stderr, round);
      assert.equal(lines(again.stdout), lines(site.stdout), round);
    }
    const clocks = ['2026-06-02T07:59:59Z', '2026-06-02T08:00:00Z', '2026-06-02T12:00:01Z'];
    for (const now of [...clocks, '2026-06-03T00:00:00Z', '2026-06-01T12:00:00Z']) {
      const later = await site.rebuild({}, { NOW: now });
      assert.equal(later.code, 0, later.stderr);
      const clean = await later.buildClean({ NOW: now });
      assertSameFiles(await later.hashes(), await clean.hashes(), now);
      assert.equal(
        later.stderr.includes('in the future'),
        clean.stderr.includes('in the future'),
      );
    }
  });

  test('recovers from a damaged cache of a single article', async (t) => {
    const one = { 'flood.md': article('A flood', '2026-03-04', 'It rained.') };
    const site = await buildSite(t, one);
    const rendered = join(site.cacheDir, 'rendered');
    for (const path of await listFiles(rendered)) await alter(join(rendered, path));
    await equalsClean(site, { 'publication.yaml': 'name: First\n' });
  });
});

/** Flips one bit in the middle of a file. */
async function alter(path: string): Promise<void> {
  const bytes = await readFile(path);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(path, bytes);
}
