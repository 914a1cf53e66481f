import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import type { ContentFile } from '../../content/article/content-file.ts';
import { toSite } from '../../publication/edition/check-references.ts';
import { createPublication } from '../../publication/edition/create-publication.ts';
import { planCards } from './plan-cards.ts';

test('names cards before they are drawn, by all that decides what they show', async (t) => {
  const contentDir = join(await temporaryFolder(t), 'content');
  await mkdir(contentDir);
  await writeFile(join(contentDir, 'own.png'), 'one');
  const plan = async (files: ContentFile[], yaml = '', articles = true) => {
    const options = {
      now: Date.parse('2026-02-01'),
      drafts: false,
      files: new Set(['own.png']),
    };
    const { publication } = createPublication(files, testSettings(yaml), options);
    const sources = { publication, site: toSite(publication), assets: new Map() };
    const { named, planned, problems } = await planCards(sources, { contentDir, articles });
    const names = Object.fromEntries([...named].map(([address, { name }]) => [address, name]));
    return { names, planned, problems: problems.map(({ file }) => file) };
  };
  const files = [
    testContentFile('a.md', { title: 'A bridge' }),
    testContentFile('b.md', { title: 'B', card: './own.png' }),
    testContentFile('c.md', { title: 'ข่าว' }),
    testContentFile('d.md', { title: 'A bridge' }),
  ];
  const [front, a, b, d] = ['/', '/2026/01/06/a/', '/2026/01/06/b/', '/2026/01/06/d/'];
  const first = await plan(files);

  await t.test('not for letters that no font has', () => {
    assert.deepEqual(Object.keys(first.names).sort(), [front, a, b, d]);
    assert.deepEqual(first.problems, ['content/c.md']);
  });

  await t.test('one file for articles whose cards look the same', () => {
    assert.equal(first.names[a], first.names[d]);
    const [same] = first.planned.filter(({ name }) => name === first.names[a]);
    assert.deepEqual(same?.places.map(({ file }) => file).sort(), [
      'content/a.md',
      'content/d.md',
    ]);
    assert.equal(first.planned.length, 3);
    for (const { name } of first.planned) assert.match(name, /^[0-9a-f]{32}\.(?:png|jpg)$/u);
  });

  await t.test('a new headline gives a new name, another text none', async () => {
    const [, ...others] = files;
    const renamed = testContentFile('a.md', { title: 'A new bridge' });
    const { names } = await plan([renamed, ...others]);
    assert.deepEqual({ ...names, [a]: '' }, { ...first.names, [a]: '' });
    assert.notEqual(names[a], first.names[a]);
    const longer = testContentFile('a.md', { title: 'A bridge', summary: 'Another text.' });
    assert.deepEqual((await plan([longer, ...others])).names, first.names);
  });

  await t.test('other bytes of an own picture give a new name', async () => {
    await writeFile(join(contentDir, 'own.png'), 'other');
    const { names } = await plan(files);
    assert.notEqual(names[b], first.names[b]);
    assert.equal(names[a], first.names[a]);
  });

  await t.test('without cards for articles, those that articles name', async () => {
    const { names, problems } = await plan(files, '', false);
    assert.deepEqual(Object.keys(names).sort(), [front, b]);
    assert.deepEqual(problems, []);
  });

  await t.test(
    'those of the newest articles of each edition, if the settings say so',
    async () => {
      const dated = ['2026-01-03', '2026-01-09', '2026-01-05'].flatMap((date) => [
        testContentFile(`${date}.md`, { title: `Of ${date}`, date }),
        testContentFile(`${date}.ko.md`, { title: '소식', date }),
      ]);
      const older = testContentFile('own.md', { card: './own.png', date: '2026-01-01' });
      const settings = 'languages: [en, ko]\ncards: {newest: 2}';
      const { names } = await plan([...dated, older], settings);
      assert.deepEqual(Object.keys(names).sort(), [
        '/',
        '/2026/01/01/own/',
        '/2026/01/05/2026-01-05/',
        '/2026/01/09/2026-01-09/',
        '/ko/',
        '/ko/2026/01/05/2026-01-05/',
        '/ko/2026/01/09/2026-01-09/',
      ]);
    },
  );
});

test('sections have cards where their articles share them', async () => {
  const files = [
    testContentFile('a.md', { title: 'A', section: 'World' }),
    testContentFile('b.md', { title: 'B', section: 'City' }),
    testContentFile('c.md', { title: 'C', section: 'City' }),
  ];
  const options = { now: Date.parse('2026-02-01'), drafts: false, files: new Set<string>() };
  const { publication } = createPublication(files, testSettings(''), options);
  const { named, planned } = await planCards(
    { publication, site: toSite(publication), assets: new Map() },
    { contentDir: '', articles: false, sections: true },
  );
  assert.deepEqual([...named.keys()].sort(), ['/', '/section/city/', '/section/world/']);
  assert.equal(planned.length, 3);
});
