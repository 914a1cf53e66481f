import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  cp,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { type IndexFile, listIndexFiles } from './list-index-files.ts';
import { findParts, makeParts, removeOtherParts } from './make-parts.ts';
import { planIndex } from './plan-index.ts';
import type { SearchRecord } from './search-record.ts';

function record(
  name: string,
  language: string,
  more: Partial<SearchRecord> = {},
): SearchRecord {
  return {
    address: `/2026/01/06/${name}/`,
    language,
    headline: `About ${name}`,
    day: '2026-01-06',
    date: '6 January 2026',
    topics: [],
    authors: [],
    body: name,
    ...more,
  };
}

interface IndexOptions {
  readonly records: readonly SearchRecord[];
  readonly bodyOf: (key: string) => Promise<string>;
  readonly cacheDir: string;
  readonly publicationCache: string;
  readonly max?: number;
}

async function makeIndex({
  records,
  max,
  bodyOf,
  ...cache
}: IndexOptions): Promise<IndexFile[]> {
  const parts = planIndex(records, max);
  await removeOtherParts(parts, cache);
  const { kept, lost } = await findParts(parts, cache);
  return listIndexFiles([...(await makeParts(lost, cache, bodyOf)), ...kept], cache);
}

const records: readonly SearchRecord[] = [
  record('bridge', 'en', { topics: ['a, b: "c"'], section: { slug: 'city', name: 'City' } }),
  record('다리', 'ko'),
  record('橋', 'ja'),
  ...Array.from({ length: 30 }, (_, index) => record(`more-${index}`, 'en')),
];
const bodies: Record<string, string> = {
  bridge:
    '<p id="p-a">Fish &amp; chips &lt;b&gt;<sup><a class="footnote-ref">7</a></sup>.</p><h2 id="plans">Plans</h2>',
  다리: '<p id="p-b">다리를 짓는다.</p>',
  橋: '<p id="p-c">市は橋を架ける。</p>',
};

async function startFolder(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'search-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  let asked = 0;
  const make = async (wanted: readonly SearchRecord[], cache = 'cache', max?: number) => {
    asked = 0;
    const bodyOf = async (key: string) => {
      asked += 1;
      return bodies[key] ?? `<p id="p-x">Words of ${key}.</p>`;
    };
    const list = await makeIndex({
      records: wanted,
      bodyOf,
      ...{ cacheDir: join(folder, cache), publicationCache: 'own' },
      max,
    });
    const contents = new Map<string, Buffer>();
    for (const one of list) contents.set(nameOf(one), await read(one));
    return { files: hashes(list), asked, list, read: (file: string) => contents.get(file) };
  };
  return { folder, make };
}

/** Reads a file, and checks its size and hash in the list. */
async function read(one: IndexFile): Promise<Buffer> {
  assert.ok(!('joined' in one));
  const bytes = 'from' in one ? await readFile(one.from) : Buffer.from(one.content);
  assert.equal(one.size, bytes.length, one.file);
  assert.equal(one.sha256, createHash('sha256').update(bytes).digest('hex'), one.file);
  return bytes;
}

function nameOf({ file }: IndexFile): string {
  assert.match(file, /^search\/files\//u);
  return file.slice('search/files/'.length);
}

function hashes(list: readonly IndexFile[]): Record<string, string> {
  const files = Object.fromEntries(list.map((one) => [nameOf(one), one.sha256]));
  assert.equal(Object.keys(files).length, list.length);
  return files;
}

test('an index has the same bytes each time, and remains until an article changes', async (t) => {
  const { folder, make } = await startFolder(t);
  const first = await make(records);
  assert.equal(first.asked, records.length);
  const again = await make(records);
  assert.equal(again.asked, 0);
  assert.deepEqual(again.files, first.files);
  const clean = await make(records, 'other');
  assert.equal(clean.asked, records.length);
  assert.deepEqual(clean.files, first.files);

  await t.test('has a file for each article, independent of other articles', async () => {
    const fragments = (files: Record<string, string>) =>
      Object.keys(files).filter((file) => /^\w+-all\/fragment/u.test(file));
    assert.equal(fragments(first.files).length, records.length);
    const more = await make([record('added', 'en'), ...records]);
    assert.equal(more.asked, records.length - 1, 'other languages are not indexed again');
    const kept = fragments(more.files).filter((file) => first.files[file] === more.files[file]);
    assert.equal(kept.length, records.length);
    await make(records);
  });

  const parts = async () => (await readdir(join(folder, 'cache/own/search'))).sort();
  /** A file of each part. */
  const fragments = async () =>
    Promise.all(
      (await parts()).map(async (part) => {
        const place = join(folder, 'cache/own/search', part, 'files/fragment');
        return join(place, (await readdir(place))[0] ?? '');
      }),
    );
  const altered = async (file: string) => {
    const bytes = await readFile(file);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    return bytes;
  };
  const replace = async (file: string) => {
    const { atime, mtime } = await stat(file);
    await writeFile(`${file}.new`, await altered(file));
    await utimes(`${file}.new`, atime, mtime);
    await rename(`${file}.new`, file);
  };
  const truncated = (file: string) => truncate(file, 5);
  const removed = (file: string) => rm(file);
  const changed = async (file: string) => writeFile(file, await altered(file));
  for (const [what, damages] of [
    ['is cut short, missing, or has other bytes', [truncated, removed, changed]],
    ['is another of the same size and time', [replace, replace, replace]],
  ] as const) {
    await t.test(`makes each part again if a file of its cache ${what}`, async () => {
      const files = await fragments();
      assert.equal(files.length, 3);
      for (const [n, damage] of damages.entries()) await damage(files[n] ?? '');
      const repaired = await make(records);
      assert.equal(repaired.asked, records.length);
      assert.deepEqual(repaired.files, first.files);
    });
  }

  await t.test('remains if its cache is copied to another machine', async () => {
    await cp(join(folder, 'cache'), join(folder, 'copied'), { recursive: true });
    const list = join(folder, 'copied/own/search', (await parts())[0] ?? '', 'list.json');
    const before = await readFile(list);
    const copied = await make(records, 'copied');
    assert.equal(copied.asked, 0);
    assert.deepEqual(copied.files, first.files);
    const after = await readFile(list);
    assert.notDeepEqual(after, before, 'records the times of the files there');
    await make(records, 'copied');
    assert.deepEqual(await readFile(list), after);
  });

  await t.test('has only files that the search page loads', () => {
    for (const file of Object.keys(first.files))
      assert.match(
        file,
        /^(?:pagefind\.js|parts\.json|words-(?:en|ja|ko)\.json|(?:en|ja|ko)-all\/(?:(?:fragment|filter|index)\/.+|pagefind\..+\.pf_meta|pagefind-entry\.json|wasm\..+))$/u,
      );
    const programs = Object.keys(first.files).filter((file) => file.includes('/wasm.'));
    assert.deepEqual(programs.sort(), [
      'en-all/wasm.en.pagefind',
      'ja-all/wasm.unknown.pagefind',
      'ko-all/wasm.unknown.pagefind',
    ]);
  });

  await t.test('has the text and the metadata of an article', async () => {
    const texts = Object.keys(first.files)
      .filter((file) => file.startsWith('en-all/fragment/en'))
      .map((file) => gunzipSync(first.read(file) ?? '').toString());
    const text = texts.find((one) => one.includes('Fish')) ?? '';
    const fragment = JSON.parse(text.slice(text.indexOf('{')));
    assert.equal(fragment.content, 'Fish & chips <b>. Plans.');
    assert.equal(fragment.url, '/2026/01/06/bridge/');
    assert.deepEqual(fragment.meta, {
      title: 'About bridge',
      date: '6 January 2026',
      section: 'City',
    });
    assert.deepEqual(fragment.filters, {
      date: ['2026', '2026-01', '2026-01-06'],
      section: ['city'],
      topic: ['a, b: "c"'],
    });
    assert.deepEqual(
      fragment.anchors.map(({ id, location }: { id: string; location: number }) => [
        id,
        location,
      ]),
      [
        ['p-a', 0],
        ['plans', 4],
      ],
    );
  });
});

test('a large index has parts by language and time, and an article changes one', async (t) => {
  const { make } = await startFolder(t);
  const years = ['2014-01-05', '2019-02-01', '2025-01-01', '2026-01-06', '2026-01-07'];
  const dated = years.map((day, index) =>
    record(day, index === 0 ? 'zh-Hans' : 'en', { day, body: `text of ${index}` }),
  );
  const first = await make(dated, 'cache', 1);
  const tags: string[] = [];
  const listed = JSON.parse(first.read('parts.json')?.toString() ?? '', (key, value) => {
    if (key === 'tag') tags.push(value);
    return key === 'tag' ? undefined : value;
  });
  assert.deepEqual(listed, {
    en: [
      { name: 'en-2026-01-07-2026-01-08', years: [2026, 2026] },
      { name: 'en-2026-01-05-2026-01-06', years: [2026, 2026] },
      { name: 'en-2024-01-2025-12', years: [2025, 2025] },
      { name: 'en-2016-01-2023-12', years: [2019, 2019] },
    ],
    'zh-hans': [{ name: 'zh-hans-all', years: [2014, 2014] }],
  });
  assert.equal(new Set(tags).size, 5);
  for (const tag of tags) assert.match(tag, /^[0-9a-f]{8}$/u);
  const programs = Object.keys(first.files).filter((file) => file.includes('/wasm.'));
  assert.deepEqual(programs, [
    'en-2026-01-07-2026-01-08/wasm.en.pagefind',
    'zh-hans-all/wasm.unknown.pagefind',
  ]);
  const edited = dated.map((one) => (one.day === '2019-02-01' ? { ...one, body: 'new' } : one));
  const second = await make(edited, 'cache', 1);
  assert.equal(second.asked, 1);
  const names = new Set([...Object.keys(first.files), ...Object.keys(second.files)]);
  const changed = [...names].filter((file) => first.files[file] !== second.files[file]);
  assert.ok(changed.length > 0);
  for (const file of changed) assert.match(file, /^(?:en-2016-01-2023-12\/|parts\.json$)/u);
  // The bytes do not depend on the order in which articles were added.
  const slowly = await startFolder(t);
  for (const count of [1, 3, 5]) await slowly.make(edited.slice(-count), 'cache', 1);
  assert.deepEqual((await slowly.make(edited, 'cache', 1)).files, second.files);
  assert.deepEqual((await make(edited, 'other', 1)).files, second.files);
  // A smaller index removes the parts of the larger one from the cache.
  const whole = await make(edited.slice(3), 'cache', 2);
  assert.equal(whole.asked, 2);
  assert.equal((await make(edited, 'cache', 1)).asked, 5);
});

test('reports why an index cannot be made', async (t) => {
  const { folder } = await startFolder(t);
  const options = {
    records: [record('bridge', 'en')],
    cacheDir: folder,
    publicationCache: 'own',
  };
  const lost = async () => {
    throw new Error('no such text');
  };
  await assert.rejects(makeIndex({ ...options, bodyOf: lost }), { message: 'no such text' });
  // Pagefind's own setting for the path of its program.
  const binary = 'PAGEFIND_EXTENDED_BINARY_PATH';
  t.after(() => delete process.env[binary]);
  for (const [program, message] of [
    [
      '/nowhere/pagefind',
      /^the search index could not be made: .*\nInstall the packages again/su,
    ],
    [process.execPath, /^the search index could not be made: /u],
  ] as const) {
    process.env[binary] = program;
    await assert.rejects(makeIndex({ ...options, bodyOf: async () => '' }), { message });
  }
});
