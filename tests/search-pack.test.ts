import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openPack } from '../src/browser/search/read-pack.ts';
import type { SearchRecord } from '../src/outputs/search/search-record.ts';
import { type PackedFile, packBytes, toPack } from '../src/outputs/search/to-pack.ts';
import { browserOrSkip } from './browser.ts';
import { openSite, until } from './reading/reader.ts';
import { headlines, status } from './search/search-page.ts';
import { siteWithIndex } from './search/write-index.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { change } from './test-site.ts';

/** Files of a part, by their paths. */
const contents: Readonly<Record<string, string>> = {
  'fragment/en_1a.pf_fragment': 'first text',
  'fragment/en_2b.pf_fragment': 'second text '.repeat(4000),
  'index/en_1a.pf_index': 'words',
  'filter/en_3c.pf_filter': 'filters',
  'pagefind.en_9.pf_meta': 'list',
  'pagefind-entry.json': '{"languages": {}}',
};

/** Writes files into a folder. */
async function writeFiles(
  folder: string,
  texts: Readonly<Record<string, string>>,
): Promise<PackedFile[]> {
  await change(folder, texts);
  return Object.entries(texts).map(([file, text]) => ({
    ...{ file, from: join(folder, file), sha256: '', size: Buffer.byteLength(text) },
  }));
}

/** Answers requests for a pack, and counts them. */
function serve(t: TestContext, bytes: Buffer, { ranges }: { readonly ranges: boolean }) {
  const requests: string[] = [];
  t.mock.method(globalThis, 'fetch', async (_: string, { headers }: RequestInit) => {
    const range = new Headers(headers).get('range') ?? '';
    requests.push(range);
    const [from = 0, to = 0] = range.match(/\d+/gu)?.map(Number) ?? [];
    return ranges
      ? new Response(new Uint8Array(bytes.subarray(from, to + 1)), { status: 206 })
      : new Response(new Uint8Array(bytes));
  });
  return requests;
}

test('a pack of the files of a part', async (t) => {
  const folder = await temporaryFolder(t);
  const files = await writeFiles(folder, contents);
  const pack = await toPack(files);

  await t.test('begins with what each search needs', () => {
    assert.deepEqual(
      pack.joined.map(({ file }) => file),
      [
        'pagefind-entry.json',
        'pagefind.en_9.pf_meta',
        'filter/en_3c.pf_filter',
        'index/en_1a.pf_index',
        'fragment/en_1a.pf_fragment',
        'fragment/en_2b.pf_fragment',
      ],
    );
    assert.equal(packBytes(pack).length, pack.size);
  });

  await t.test('has the hash of its bytes, in any order of files', async () => {
    assert.equal(pack.sha256, hash('sha256', packBytes(pack)));
    assert.equal((await toPack(files.toReversed())).sha256, pack.sha256);
  });

  for (const ranges of [true, false])
    await t.test(
      `is read ${ranges ? 'by ranges' : 'as a whole where the host knows no ranges'}`,
      async (t) => {
        const requests = serve(t, packBytes(pack), { ranges });
        const read = openPack('/search/files/en-all.pack?1a');
        for (const [file, text] of Object.entries(contents))
          assert.equal(Buffer.from(await read(file)).toString(), text);
        assert.equal(requests.length, ranges ? 2 : 1);
        await assert.rejects(read('fragment/en_0.pf_fragment'), /is not in/u);
      },
    );

  await t.test('whose table is longer than the first request is read too', async (t) => {
    const text = join(folder, 'fragment/en_1a.pf_fragment');
    const many = Array.from({ length: 2000 }, (_, n) => ({
      ...{
        file: `fragment/en_${n}${'a'.repeat(20)}.pf_fragment`,
        from: text,
        sha256: '',
        size: 10,
      },
    }));
    serve(t, packBytes(await toPack(many)), { ranges: true });
    const read = openPack('/a.pack?1');
    assert.equal(Buffer.from(await read(many[1999]?.file ?? '')).toString(), 'first text');
  });

  await t.test('is requested again after a failure', async (t) => {
    const mock = t.mock.method(
      globalThis,
      'fetch',
      async () => new Response('', { status: 503 }),
    );
    const read = openPack('/a.pack?1');
    await assert.rejects(read('pagefind-entry.json'), /503/u);
    mock.mock.restore();
    serve(t, packBytes(pack), { ranges: true });
    assert.equal((await read('pagefind-entry.json')).byteLength, 17);
  });
});

const months = Array.from({ length: 12 }, (_, index) =>
  new Date(Date.UTC(2025, index, 1)).toISOString().slice(0, 10),
);

const records = months.flatMap((day, index) =>
  ['en', 'ko'].map(
    (language): SearchRecord => ({
      ...{ address: `/${language}/${day}/`, language, headline: `Of ${day}`, day, date: day },
      ...{ topics: [], authors: [] },
      body:
        language === 'ko'
          ? `<p id="p-a">서울시의회가 대책을 냈다. ${index % 5 === 0 ? '비행선이 날았다.' : ''}</p>`
          : `<p id="p-a">Rivets of harbour ${index}. ${index % 5 === 0 ? 'Zeppelins flew.' : ''}</p>`,
    }),
  ),
);

test('a search in packs finds the same, in one file for each part', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const files = {
    'publication.yaml': 'name: Test\nlanguages: [en, ko]\n',
    'a.md': '---\ntitle: A\ndate: 2026-01-06\n---\n\nText.\n',
    'a.ko.md': '---\ntitle: A\n---\n\n글.\n',
  };
  const outDir = await siteWithIndex(t, files, { records, max: 1, few: 2, packed: true });

  await t.test('the number of files does not grow with articles', async () => {
    const names = await readdir(join(outDir, 'search/files'), { recursive: true });
    const packs = names.filter((name) => name.endsWith('.pack'));
    // Each language has a part for each month, and a directory.
    assert.equal(packs.length, 2 * (12 + 1));
    const others = names.filter((name) => /\.[a-z]+$/u.test(name) && !name.endsWith('.pack'));
    assert.equal(others.length, 6, others.join());
  });

  const reader = await openSite(t, browser, outDir);
  const cases = [
    ['/search/', 'zeppelin', [0, 5, 10]],
    ['/search/', 'rivets zeppelin', [0, 5, 10]],
    ['/search/', 'nonsense', []],
    // The first search in Korean opens two parts.
    ['/ko/search/', '비행선', [5, 10]],
  ] as const;
  for (const [address, query, found] of cases)
    await t.test(`${query} at ${address}`, () =>
      reader.open('/404.html', {}, async (page) => {
        const answers: number[] = [];
        page.on('response', (response) => {
          if (response.url().includes('.pack')) answers.push(response.status());
        });
        await page.goto(`${reader.site}${address}?q=${encodeURIComponent(query)}`);
        await until(async () => /^(?!.*…$).*\d|No|없습니다/u.test(await status(page)), true);
        assert.deepEqual(
          (await headlines(page)).map((headline) => headline.slice(3)).sort(),
          found.map((index) => months[index]),
        );
        assert.ok(
          answers.length > 0 && answers.every((status) => status === 206),
          `${answers}`,
        );
      }),
    );
});
