import assert from 'node:assert/strict';
import { cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import sharp from 'sharp';
import { copyOfProject } from './copy-of-project.ts';
import { emptyCacheFolder } from './test-cache.ts';
import {
  assertSameFiles,
  type BuiltSite,
  buildSite,
  type Environment,
  type Files,
  hashFiles,
  listFiles,
} from './test-site.ts';

/** `npm run test:long` makes one change at a time; `npm test` several that affect other pages. */
const long = process.env['LONG_TESTS'] === '1';

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
  /** In `npm test`, the last of the steps before one build. */
  readonly last?: true;
  /** Whether `npm test` then compares with a clean build. Faults of earlier builds remain visible. */
  readonly compare?: true;
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
    last: true,
  },
  {
    name: 'an edited note of a picture',
    changes: { 'quay.png.yaml': 'credit: John Doe via Archive\n' },
    page: '2026/01/20/quay/index.html',
    shows: /John Doe via Archive/,
    only: ['2026/01/20/quay/index.html', 'credits/index.html'],
    last: true,
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
    last: true,
    compare: true,
  },
  {
    name: 'another publication.yaml',
    changes: {
      'publication.yaml':
        'name: The Bridge Times\nsections: [City, World]\ntimeZone: Asia/Seoul\n',
    },
    page: '2026/01/06/bridge/index.html',
    shows: /The Bridge Times/,
    last: true,
    compare: true,
  },
];

/** Steps in groups: each group is followed by one build. */
function* groupsOf(all: readonly Step[]): Generator<readonly Step[], void> {
  let group: Step[] = [];
  for (const step of all) {
    group.push(step);
    if (!long && !step.last) continue;
    yield group;
    group = [];
  }
}

/** Compares the output with that of a build with an empty cache. */
async function assertClean(built: BuiltSite, env: Environment = {}): Promise<void> {
  const clean = await built.buildClean(env);
  assert.equal(clean.code, 0, clean.stderr);
  assertSameFiles(await built.hashes(), await clean.hashes(), JSON.stringify(env));
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

/** What people or programs do to an output folder; `page` is one of its pages. */
type Tampering = (site: BuiltSite, page: string) => Promise<unknown>;
const tamperings: Readonly<Record<string, Tampering>> = {
  'an edited page': (_, page) => alter(page),
  'a missing page': ({ outDir }) => rm(join(outDir, '2026/02/03/treaty/index.html')),
  'an extra file': ({ outDir }) => writeFile(join(outDir, '2026/mine.txt'), 'x'),
  'a missing folder': ({ outDir }) => rm(join(outDir, 'assets'), { recursive: true }),
  'a folder in the place of a page': (_, page) => rm(page).then(() => mkdir(page)),
  'a missing list of files': ({ outDir }) => rm(`${outDir}-hosting`, { recursive: true }),
  'a missing output folder': ({ outDir }) => rm(outDir, { recursive: true }),
};
/**
 * The numbers of tamperings that `npm test` tries together: each affects other files. `broken.test.ts`
 * removes the output folder before each build.
 */
const together = [3, 2, 1];

describe('a build over an earlier output', () => {
  test('has the same bytes as a clean build', async (t) => {
    const site = await buildSite(t, folder);
    assert.equal(site.code, 0, site.stderr);
    await checkTampering(t, site);
    for (const group of groupsOf(steps)) {
      await t.test(`after ${group.map(({ name }) => name).join(', ')}`, async () => {
        const read = ({ page }: Step) => site.read(page).catch(() => '');
        const earlier = await Promise.all(group.map(read));
        const before = await site.hashes();
        const built = await site.rebuild(Object.assign({}, ...group.map((one) => one.changes)));
        assert.equal(built.code, 0, built.stderr);
        for (const [index, step] of group.entries()) {
          const now = await read(step);
          assert.match(now, step.shows);
          assert.notEqual(now, earlier[index]);
          if (step.only)
            assert.deepEqual(changedPages(before, await built.hashes()), step.only);
        }
        if (long || group.at(-1)?.compare) await assertClean(built);
      });
    }
  });

  test('has the same bytes as a clean build after changes to the code', async (t) => {
    const root = await copyOfProject(t);
    // Not in the project, although its path begins with that of the project.
    const outDir = join(`${root}-out`, 'site');
    t.after(() => rm(`${root}-out`, { recursive: true, force: true }));
    const site = await buildSite(t, folder, { OUT_DIR: outDir }, { root });
    assert.equal(site.code, 0, site.stderr);
    const page = join(outDir, '2026/03/04/flood/index.html');
    for (const group of long ? codeChanges.map((one) => [one]) : [codeChanges]) {
      await t.test(`after ${group.map(({ name }) => name).join(', ')}`, async () => {
        const earlier = await readFile(page, 'utf8');
        for (const { file, from, to, shows } of group) {
          assert.doesNotMatch(earlier, shows);
          const source = await readFile(join(root, file), 'utf8');
          assert.ok(source.includes(from), `${file} contains ${from}`);
          await writeFile(join(root, file), source.replaceAll(from, to));
        }
        const built = await site.rebuild({}, { OUT_DIR: outDir });
        assert.equal(built.code, 0, built.stderr);
        const now = await readFile(page, 'utf8');
        for (const { shows } of group) assert.match(now, shows);
        const hashes = await hashFiles(outDir);
        // `code-keys.test.ts` tests that compiled code has the right key.
        await emptyCacheFolder(site.cacheDir);
        await rm(outDir, { recursive: true });
        const clean = await site.rebuild({}, { OUT_DIR: outDir });
        assert.equal(clean.code, 0, clean.stderr);
        assertSameFiles(hashes, await hashFiles(outDir));
      });
    }
  });

  test('renders a text again if it is damaged in the cache and is the only one', async (t) => {
    const site = await buildSite(t, {
      'flood.md': article('A flood', '2026-03-04', 'It rained.'),
    });
    assert.equal(site.code, 0, site.stderr);
    const whole = await site.hashes();
    const texts = await listFiles(join(site.cacheDir, 'rendered'));
    assert.equal(texts.length, 1);
    for (const path of texts) await alter(join(site.cacheDir, 'rendered', path));
    await rm(site.outDir, { recursive: true });
    const again = await site.rebuild({});
    assert.equal(again.code, 0, again.stderr);
    assertSameFiles(await again.hashes(), whole);
  });

  test('prints the same messages if nothing has changed, and depends on the clock alone', async (t) => {
    const timed = {
      'publication.yaml': 'name: Test\nunknown: field\nextras: [search, markdown]\n',
      'now.md': article('Now', '2026-05-31', 'It is.', 'expiryDate: 2026-06-03'),
      'soon.md': article('Soon', '2026-06-02T08:00Z', 'It will be.'),
      'old.md': article('Old', '2026-01-06', 'It was.', 'updated: 2026-06-09'),
    };
    const site = await buildSite(t, timed);
    assert.equal(site.code, 0, site.stderr);
    assert.match(site.stderr, /unknown/u);
    assert.match(site.stderr, /updated: expected a date that is not in the future/u);
    const first = await site.hashes();
    const lines = (text: string) =>
      text
        .replace(/^[\w ]+: (?:\d+ \w+, )*[\d.]+ s\n/gmu, '')
        .replace(/, [\d.]+ s(?:; nothing has changed)?\n/u, '\n');
    for (const round of long ? ['first', 'second'] : ['first']) {
      const again = await site.rebuild({});
      assert.equal(again.stderr, site.stderr, round);
      assert.equal(lines(again.stdout), lines(site.stdout), round);
    }
    const clocks = ['2026-06-02T08:00:00Z', '2026-06-02T12:00:01Z', '2026-06-03T00:00:00Z'];
    for (const NOW of [...(long ? ['2026-06-02T07:59:59Z'] : []), ...clocks]) {
      const later = await site.rebuild({}, { NOW });
      assert.equal(later.code, 0, later.stderr);
      assert.match(later.stderr, /in the future/u);
      await assertClean(later, { NOW });
    }
    const earlier = await site.rebuild({});
    assert.equal(earlier.code, 0, earlier.stderr);
    assertSameFiles(await earlier.hashes(), first, 'at the first time again');
  });
});

async function checkTampering(t: TestContext, site: BuiltSite): Promise<void> {
  const whole = await site.hashes();
  const page = join(site.outDir, '2026/02/01/summit/index.html');
  const listFile = `${site.outDir}-hosting/files.json`;
  const list = await readFile(listFile, 'utf8');
  const left = Object.entries(tamperings);
  for (const count of long ? left.map(() => 1) : together) {
    const group = left.splice(0, count);
    await t.test(`after ${group.map(([name]) => name).join(', ')}`, async () => {
      for (const [, tamper] of group) await tamper(site, page);
      const again = await site.rebuild({});
      assert.equal(again.code, 0, again.stderr);
      assertSameFiles(await again.hashes(), whole);
      assert.equal(await readFile(listFile, 'utf8'), list);
    });
  }
  await t.test('does not print a copy with new times again', async () => {
    await rename(site.outDir, `${site.outDir}-old`);
    await cp(`${site.outDir}-old`, site.outDir, { recursive: true });
    const before = await stat(page);
    const again = await site.rebuild({});
    assert.equal(again.code, 0, again.stderr);
    assert.equal((await stat(page)).ino, before.ino);
    assertSameFiles(await again.hashes(), whole);
  });
}

/** Flips one bit in the middle of a file. */
async function alter(path: string): Promise<void> {
  const bytes = await readFile(path);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(path, bytes);
}
