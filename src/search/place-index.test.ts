import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { placeIndex } from './place-index.ts';
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
    body: name,
    ...more,
  };
}

const records: readonly SearchRecord[] = [
  record('bridge', 'en', { topics: ['a, b: "c"'], section: { slug: 'city', name: 'City' } }),
  record('다리', 'ko'),
  record('橋', 'ja'),
  ...Array.from({ length: 120 }, (_, index) => record(`more-${index}`, 'en')),
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
  let times = 0;
  const place = async (wanted: readonly SearchRecord[], cache = 'cache', most?: number) => {
    times += 1;
    const target = join(folder, `${times}`);
    asked = 0;
    const bodyOf = async (key: string) => {
      asked += 1;
      return bodies[key] ?? `<p id="p-x">Words of ${key}.</p>`;
    };
    await placeIndex({
      records: wanted,
      bodyOf,
      cacheDir: join(folder, cache),
      folder: target,
      ...(most === undefined ? {} : { most }),
    });
    return { files: await hashes(target), asked, target };
  };
  return { folder, place };
}

async function hashes(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((name) => name.isFile())
    .map((name) => join(name.parentPath, name.name));
  const entries = files.sort().map(async (file) => {
    const hash = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    return [file.slice(folder.length + 1), hash];
  });
  return Object.fromEntries(await Promise.all(entries));
}

test('an index is the same bytes each time, and kept until an article changes', async (t) => {
  const { folder, place } = await startFolder(t);
  const first = await place(records);
  assert.equal(first.asked, records.length);
  const again = await place(records);
  assert.equal(again.asked, 0);
  assert.deepEqual(again.files, first.files);
  const clean = await place(records, 'other');
  assert.equal(clean.asked, records.length);
  assert.deepEqual(clean.files, first.files);

  await t.test('one file for each article, which another article does not change', async () => {
    const fragments = (files: Record<string, string>) =>
      Object.keys(files).filter((file) => file.startsWith('all/fragment'));
    assert.equal(fragments(first.files).length, records.length);
    const more = await place([record('added', 'en'), ...records]);
    assert.equal(more.asked, records.length + 1);
    const kept = fragments(more.files).filter((file) => first.files[file] === more.files[file]);
    assert.equal(kept.length, records.length);
    await place(records);
  });

  await t.test('and made anew where its cache is damaged', async () => {
    const files = await readdir(join(folder, 'cache/search/all/files/fragment'));
    await truncate(join(folder, 'cache/search/all/files/fragment', files[0] ?? ''), 5);
    const mended = await place(records);
    assert.equal(mended.asked, records.length);
    assert.deepEqual(mended.files, first.files);
  });

  await t.test('with nothing that the page does not load', () => {
    for (const file of Object.keys(first.files))
      assert.match(
        file,
        /^(?:pagefind\.js|parts\.json|all\/(?:(?:fragment|filter|index)\/.+|pagefind\..+\.pf_meta|pagefind-entry\.json|wasm\..+))$/u,
      );
  });

  await t.test('and what an article says is read as it says it', async () => {
    const texts = await Promise.all(
      Object.keys(first.files)
        .filter((file) => file.startsWith('all/fragment/en'))
        .map(async (file) => gunzipSync(await readFile(join(first.target, file))).toString()),
    );
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
      part: ['all'],
      year: ['2026'],
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

test('a large index has parts, of which an article changes one', async (t) => {
  const { place } = await startFolder(t);
  const years = ['2014-01-05', '2019-02-01', '2025-01-01', '2026-01-06'];
  const dated = years.map((day, index) =>
    record(day, index === 0 ? 'zh-Hans' : 'en', { day, body: `text of ${index}` }),
  );
  const first = await place(dated, 'cache', 1);
  assert.deepEqual(JSON.parse(await readFile(join(first.target, 'parts.json'), 'utf8')), [
    { name: '2026-01-2027-12', languages: ['en'] },
    { name: '2024-01-2025-12', languages: ['en'] },
    { name: '2016-01-2023-12', languages: ['en'] },
    { name: '1984-01-2015-12', languages: ['zh-hans'] },
  ]);
  const edited = dated.map((one) => (one.day === '2019-02-01' ? { ...one, body: 'new' } : one));
  const second = await place(edited, 'cache', 1);
  assert.equal(second.asked, 1);
  const names = new Set([...Object.keys(first.files), ...Object.keys(second.files)]);
  const changed = [...names].filter((file) => first.files[file] !== second.files[file]);
  assert.ok(changed.length > 0);
  for (const file of changed) assert.match(file, /^2016-01-2023-12\//u);
  assert.deepEqual((await place(edited, 'other', 1)).files, second.files);
  // Small again: what was kept for its parts is gone.
  const whole = await place(edited.slice(2), 'cache', 2);
  assert.equal(whole.asked, 2);
  assert.equal((await place(edited, 'cache', 1)).asked, 4);
});
