import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parsePublication } from '../../content/settings/publication-settings.ts';
import type { Draft, DraftFields } from '../draft.ts';
import { openImportFolder } from './import-folder.ts';

const { publication } = parsePublication('', 'publication.yaml', 'Test');

function createDraft(identity: string, fields: DraftFields = {}, body = 'Text.\n'): Draft {
  return {
    ...{ source: 'feed.xml', identity, body, pictures: [], notes: [] },
    fields: { title: 'A bridge', date: '2026-01-06', ...fields },
  };
}

function createFolder(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-import-'));
  context.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function run(folder: string, drafts: readonly Draft[], options = {}): Promise<string[]> {
  assert.ok(publication);
  const isLeftOut = () => false;
  const given = { publication, force: false, dryRun: false, isLeftOut, ...options };
  const opened = await openImportFolder(folder, given);
  const outcomes: string[] = [];
  for (const draft of drafts) {
    const placing = await opened.put(draft);
    outcomes.push('file' in placing ? `${placing.outcome} ${placing.file}` : placing.outcome);
  }
  await opened.save();
  return outcomes;
}

test('two articles with one date and one slug are both kept, and imported again without changes', async (t) => {
  const folder = createFolder(t);
  const drafts = ['a', 'b', 'c'].map((name) => ({
    ...createDraft(`urn:${name}`, { slug: 'pier' }, `${name}\n`),
    name,
  }));
  assert.deepEqual(await run(folder, drafts), ['made a.md', 'made b.md', 'made c.md']);
  const slugs = ['a', 'b', 'c'].map(
    (name) => /^slug: (.*)$/mu.exec(readFileSync(join(folder, `${name}.md`), 'utf8'))?.[1],
  );
  assert.deepEqual(slugs, ['pier', 'pier-2', 'pier-3']);
  assert.deepEqual(await run(folder, drafts), [
    'unchanged a.md',
    'unchanged b.md',
    'unchanged c.md',
  ]);
});

const two = [createDraft('urn:a'), createDraft('urn:b', {}, 'Other.\n')];

test('gives two drafts with one headline two names, and a second run changes nothing', async (t) => {
  const folder = createFolder(t);
  assert.deepEqual(await run(folder, two), ['made a-bridge.md', 'made a-bridge-2.md']);
  const before = readFileSync(join(folder, '_imports.json'), 'utf8');
  assert.deepEqual(await run(folder, two), [
    'unchanged a-bridge.md',
    'unchanged a-bridge-2.md',
  ]);
  assert.deepEqual(await run(folder, two.toReversed()), [
    'unchanged a-bridge-2.md',
    'unchanged a-bridge.md',
  ]);
  assert.equal(readFileSync(join(folder, '_imports.json'), 'utf8'), before);
  assert.deepEqual(readdirSync(folder).toSorted(), [
    '_imports.json',
    'a-bridge-2.md',
    'a-bridge.md',
  ]);
});

for (const [name, damage] of [
  ['deleted', (path: string) => rmSync(path)],
  ['damaged', (path: string) => writeFileSync(path, '{"copies": [1, {')],
] as const) {
  test(`changes nothing in a second run with a ${name} ledger`, async (t) => {
    const folder = createFolder(t);
    await run(folder, two);
    damage(join(folder, '_imports.json'));
    assert.deepEqual(await run(folder, two), [
      'unchanged a-bridge.md',
      'unchanged a-bridge-2.md',
    ]);
  });
}

test('updates the file of a changed source under the same name', async (t) => {
  const folder = createFolder(t);
  await run(folder, two);
  const changed = createDraft('urn:a', { title: 'Two bridges' });
  assert.deepEqual(await run(folder, [changed]), ['updated a-bridge.md']);
});

test('keeps an edited file without --force', async (t) => {
  const folder = createFolder(t);
  await run(folder, two);
  const path = join(folder, 'a-bridge.md');
  writeFileSync(path, 'Edited.');
  assert.deepEqual(await run(folder, two), ['kept a-bridge.md', 'unchanged a-bridge-2.md']);
  assert.equal(readFileSync(path, 'utf8'), 'Edited.');
  assert.deepEqual(await run(folder, two, { force: true, dryRun: true }), [
    'updated a-bridge.md',
    'unchanged a-bridge-2.md',
  ]);
  assert.equal(readFileSync(path, 'utf8'), 'Edited.');
  await run(folder, two, { force: true });
  assert.match(readFileSync(path, 'utf8'), /^---\ntitle: A bridge\n/u);
});

test('never overwrites a file that it did not write without --force', async (t) => {
  const folder = createFolder(t);
  const path = join(folder, 'a-bridge.md');
  writeFileSync(path, 'Mine.');
  assert.deepEqual(await run(folder, two), ['refused', 'refused']);
  assert.equal(readFileSync(path, 'utf8'), 'Mine.');
  assert.deepEqual(await run(folder, [createDraft('urn:a')], { force: true }), [
    'updated a-bridge.md',
  ]);
});

test('recognizes a renamed file by its source URL without the ledger', async (t) => {
  const folder = createFolder(t);
  const draft = createDraft('urn:a', { source: { url: 'https://a.example/1' } });
  await run(folder, [draft]);
  const text = readFileSync(join(folder, 'a-bridge.md'), 'utf8');
  rmSync(join(folder, 'a-bridge.md'));
  rmSync(join(folder, '_imports.json'));
  writeFileSync(join(folder, 'renamed.md'), `${text}\nMore.\n`);
  assert.deepEqual(await run(folder, [draft]), ['kept renamed.md']);
});

test('gives another article with the same headline and another URL a name of its own', async (t) => {
  const folder = createFolder(t);
  const at = (url: string) => createDraft(url, { source: { url } });
  await run(folder, [at('https://a.example/1')]);
  rmSync(join(folder, '_imports.json'));
  assert.deepEqual(await run(folder, [at('https://a.example/2')]), ['made a-bridge-2.md']);
});

test('refuses what would not pass the check', async (t) => {
  const folder = createFolder(t);
  const drafts = [
    createDraft('urn:a', { date: '6 January' }),
    createDraft('urn:b', { image: { file: './a.jpg' } }),
    createDraft('urn:c', { title: ' ' }),
    createDraft('urn:d', {}, `${'>'.repeat(3000)} deep\n`),
  ];
  const refused = drafts.map(() => 'refused');
  assert.deepEqual(await run(folder, drafts), refused);
  assert.deepEqual(readdirSync(folder), []);
});

test('writes no file when its pictures cannot be loaded', async (t) => {
  const folder = createFolder(t);
  assert.ok(publication);
  const opened = await openImportFolder(folder, {
    ...{ publication, force: false, dryRun: false },
    isLeftOut: () => false,
  });
  const writePictures = async () => {
    throw new Error('gone');
  };
  await assert.rejects(opened.put(createDraft('urn:a'), writePictures), /gone/u);
  await opened.save();
  assert.deepEqual(readdirSync(folder), []);
});

const about = createDraft('urn:about', { title: 'About' });
const { date: _, ...undated } = about.fields;
const page: Draft = { ...about, fields: undated, isPage: true };

test('writes a page to pages/, also without the ledger, and a second run changes nothing', async (t) => {
  const folder = createFolder(t);
  const other: Draft = { ...page, identity: 'urn:other', body: 'Other.\n' };
  const pages = [page, other];
  assert.deepEqual(await run(folder, pages), ['made pages/about.md', 'made pages/about-2.md']);
  const again = ['unchanged pages/about.md', 'unchanged pages/about-2.md'];
  assert.deepEqual(await run(folder, pages), again);
  rmSync(join(folder, '_imports.json'));
  assert.deepEqual(await run(folder, pages), again);
});

test('moves the file of an article that is now a page, unless it was edited', async (t) => {
  const folder = createFolder(t);
  await run(folder, [about]);
  assert.deepEqual(await run(folder, [page]), ['made pages/about.md']);
  assert.deepEqual(readdirSync(folder).toSorted(), ['_imports.json', 'pages']);
  assert.deepEqual(await run(folder, [about]), ['made about.md']);
  writeFileSync(join(folder, 'about.md'), '---\ntitle: Mine\ndate: 2026-01-06\n---\n');
  assert.deepEqual(await run(folder, [page]), ['kept about.md']);
  assert.deepEqual(await run(folder, [page], { force: true }), ['made pages/about.md']);
  assert.deepEqual(readdirSync(folder).toSorted(), ['_imports.json', 'pages']);
});

test('drops an alias that is the address of a page', async (t) => {
  const folder = createFolder(t);
  await run(folder, [page, createDraft('urn:a', { aliases: ['/about/', '/old/'] })]);
  assert.match(
    readFileSync(join(folder, 'a-bridge.md'), 'utf8'),
    /aliases:\n {2}- \/old\/\n---/u,
  );
});

function createPersonDraft(identity: string, name: string, slug: string): Draft {
  return { ...createDraft(identity), fields: { title: name }, person: { name }, name: slug };
}

test('a person has one file, and one that was written by hand is kept', async (t) => {
  const folder = createFolder(t);
  mkdirSync(join(folder, 'people'));
  const own = join(folder, 'people', 'jr.md');
  const text = '---\nname: J. Roe\naka: [Jane Roe]\n---\nBy hand.\n';
  writeFileSync(own, text);
  const drafts = [
    createPersonDraft('person jane', 'Jane ROE', 'jane-roe'),
    createPersonDraft('person bo', 'Bo Li', 'bo-li'),
    { ...createPersonDraft('person li', 'Bo Li', 'bo-li'), body: 'Other.\n' },
  ];
  const kept = ['kept people/jr.md', 'made people/bo-li.md', 'kept people/bo-li.md'];
  assert.deepEqual(await run(folder, drafts), kept);
  assert.deepEqual(await run(folder, drafts), kept.with(1, 'unchanged people/bo-li.md'));
  assert.equal(readFileSync(own, 'utf8'), text);
  assert.deepEqual(await run(folder, drafts.slice(0, 1), { force: true }), [
    'updated people/jr.md',
  ]);
});
