import assert from 'node:assert/strict';
import { mkdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { toSite } from '../../publication/edition/check-references.ts';
import { createPublication } from '../../publication/edition/create-publication.ts';
import { cardPath } from './card-store.ts';
import { loadCards } from './load-cards.ts';

test('draws cards once, and again where the cache is damaged', async (t) => {
  const folder = await temporaryFolder(t);
  const folders = {
    contentDir: join(folder, 'content'),
    cacheDir: join(folder, 'cache'),
    publicationCache: 'own',
  };
  await mkdir(folders.contentDir);
  const own = {
    create: { width: 1300, height: 700, channels: 3, background: '#246' },
  } as const;
  await writeFile(join(folders.contentDir, 'own.png'), await sharp(own).png().toBuffer());
  const contentFiles = [
    testContentFile('a.md', { title: 'A bridge' }),
    testContentFile('b.md', { title: 'B', card: './own.png' }),
    testContentFile('c.md', { title: 'ข่าว' }),
  ];
  const options = { now: Date.parse('2026-02-01'), drafts: false, files: new Set(['own.png']) };
  const { publication } = createPublication(contentFiles, testSettings(), options);
  const sources = { publication, site: toSite(publication), assets: new Map() };
  const load = async (options: { articles?: boolean; fresh?: boolean } = {}) => {
    const { cards, problems } = await loadCards(sources, {
      ...folders,
      articles: true,
      ...options,
    });
    const names = Object.fromEntries([...cards].map(([address, { name }]) => [address, name]));
    return { names, problems: problems.map(({ file }) => file) };
  };

  const first = await load();
  const [front, a, b] = ['/', '/2026/01/06/a/', '/2026/01/06/b/'];
  assert.deepEqual(Object.keys(first.names).sort(), [front, a, b]);
  assert.deepEqual(first.problems, ['content/c.md']);
  const path = cardPath(folders.cacheDir, first.names['/2026/01/06/a/'] ?? '');
  const drawn = await readFile(path);
  const { ino } = await stat(path);

  await t.test('does not draw a card again, but reports a failed one again', async () => {
    assert.deepEqual(await load(), first);
    assert.equal((await stat(path)).ino, ino);
  });

  await t.test('draws a damaged card again, with the same bytes', async () => {
    await truncate(path, 100);
    assert.deepEqual(await load({ fresh: true }), first);
    assert.deepEqual(await readFile(path), drawn);
    await rm(path);
    assert.deepEqual(await load(), first);
    assert.deepEqual(await readFile(path), drawn);
  });

  await t.test('without cards for articles, keeps those that articles name', async () => {
    const { names, problems } = await load({ articles: false });
    assert.deepEqual(Object.keys(names).sort(), [front, b]);
    assert.deepEqual(problems, []);
  });

  await t.test(
    'draws cards for the newest articles of each edition only, if the settings say so',
    async () => {
      const written = ['2026-01-03', '2026-01-09', '2026-01-05'];
      const dated = written.flatMap((date) => [
        testContentFile(`${date}.md`, { title: `Of ${date}`, date }),
        testContentFile(`${date}.ko.md`, { title: '소식', date }),
      ]);
      const older = testContentFile('own.md', { card: './own.png', date: '2026-01-01' });
      const settings = testSettings('languages: [en, ko]\ncards: {newest: 2}');
      const { publication } = createPublication([...dated, older], settings, options);
      const { cards } = await loadCards(
        { publication, site: toSite(publication), assets: new Map() },
        { ...folders, articles: true },
      );
      assert.deepEqual([...cards.keys()].sort(), [
        '/',
        '/2026/01/01/own/',
        '/2026/01/05/2026-01-05/',
        '/2026/01/09/2026-01-09/',
        '/ko/',
        '/ko/2026/01/05/2026-01-05/',
        '/ko/2026/01/09/2026-01-09/',
      ]);
      // A single child draws so few: the newest of all editions first.
      const drawn = await Promise.all(
        [...cards].map(async ([address, { name }]) => {
          const { mtimeNs } = await stat(cardPath(folders.cacheDir, name), { bigint: true });
          return { day: /(?<=\/)2026-\d\d-\d\d/u.exec(address)?.[0] ?? '', mtimeNs };
        }),
      );
      const days = drawn
        .filter(({ day }) => day !== '')
        .sort((a, b) => (a.mtimeNs < b.mtimeNs ? -1 : 1))
        .map(({ day }) => day);
      assert.deepEqual(days, ['2026-01-09', '2026-01-09', '2026-01-05', '2026-01-05']);
    },
  );
});
