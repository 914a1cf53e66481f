import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePublication } from '../../content/settings/publication-settings.ts';
import type { DraftFields } from '../draft.ts';
import { prepareDraft } from './prepare-draft.ts';
import { claimKey } from './site-addresses.ts';

const { publication } = parsePublication(
  'url: https://own.example\nsections: [World, {en: Town, ko: 도시}]',
  'publication.yaml',
  'Test',
);
assert.ok(publication);
const site = { publication, url: 'https://own.example', basePath: '/' };
const taken = new Set(['/other/place', '/2024/03/05/tide'].map(claimKey));

function prepare(fields: DraftFields, file = 'quay.md', given = site) {
  const draft = { source: 'a', identity: 'a', body: '', pictures: [], notes: [] };
  const whole = { ...draft, fields: { date: '2024-03-05T10:00+09:00', ...fields } };
  return prepareDraft(whole, file, given, (key) => taken.has(key));
}

const aliases: readonly [written: string, kept: boolean][] = [
  ['/2024/03/05/quay/', false],
  ['/2024/03/05/quay', false],
  ['/2024/03/05/Quay/', false],
  ['/2024/03/05/quay/index.html', false],
  ['/2024/03/05/%71uay/', false],
  ['/2024/03/05/quay.md', false],
  ['/2024/03/05/quay.html', true],
  ['/2024/03/quay/', true],
  ['/2024/03/06/quay/', true],
  ['/quay/', true],
  ['/archives/12', true],
  ['/wiki/Some Page', true],
  ['/wiki/Some%20Page', true],
  ['/%e2/', false],
  ['//', false],
  ['//a/', false],
  ['/a//b/', true],
  ['/../a/', false],
  ['/a/?p=3', false],
  ['/a/#part', false],
  ['/', false],
  ['/ko/', false],
  ['/2024/', false],
  ['/2024/03/', false],
  ['/page/2/', false],
  ['/topic/tides/', false],
  ['/section/', false],
  ['/feed.xml', false],
  ['/ko/feed.xml', false],
  ['/robots.txt', false],
  ['/assets/a.css', false],
  ['/Other/Place/', false],
  ['/2024/03/05/tide/', false],
];

for (const [alias, kept] of aliases) {
  test(`${kept ? 'keeps' : 'drops'} the alias ${alias} of /2024/03/05/quay/`, () => {
    const { fields } = prepare({ aliases: [alias] });
    assert.deepEqual(fields.aliases, kept ? [alias] : undefined);
  });
}

test('recognizes the own address in another language or with another name', () => {
  const old = ['/2024/03/05/quay/', '/ko/2024/03/05/quay/', '/2024/03/05/부두/'];
  const inKorean = prepare({ aliases: old, lang: 'ko' });
  assert.deepEqual(inKorean.fields.aliases, [old[0], old[2]]);
  const byName = prepare({ aliases: old }, 'quay.ko.md');
  assert.deepEqual(byName.fields.aliases, [old[0], old[2]]);
  const second = prepare({ aliases: old }, 'quay-2.md');
  assert.deepEqual(second.fields.aliases, old);
  const dated = prepare({ aliases: old }, '2024-03-05-quay.md');
  assert.deepEqual(dated.fields.aliases, [old[1], old[2]]);
  const encoded = prepare({ aliases: ['/2024/03/05/%EB%B6%80%EB%91%90/'] }, '부두.md');
  assert.deepEqual(encoded.fields.aliases, undefined);
  const named = prepare({ aliases: old, slug: '부두'.normalize('NFD') });
  assert.deepEqual(named.fields.aliases, [old[0], old[1]]);
});

test('merges forms of one alias', () => {
  const { fields, notes } = prepare({
    aliases: ['/old/', '/OLD', '/old/index.html', '/old.html'],
  });
  assert.deepEqual(fields.aliases, ['/old/', '/old.html']);
  assert.equal(notes.length, 2);
});

const sections: readonly [section: string, listed: boolean][] = [
  ['World', true],
  ['world', true],
  ['도시', true],
  ['Harbour', false],
];

for (const [section, listed] of sections) {
  test(`${listed ? 'keeps the section' : 'turns into a topic:'} ${section}`, () => {
    const { fields, notes } = prepare({ section, topics: ['Tides'] });
    assert.equal(fields.section, listed ? section : undefined);
    assert.deepEqual(fields.topics, listed ? ['Tides'] : ['Tides', section]);
    assert.equal(notes.length, listed ? 0 : 1);
  });
}

test('accepts any section on a site that lists none', () => {
  const { publication: open } = parsePublication('', 'publication.yaml', 'Test');
  assert.ok(open);
  const { fields } = prepare({ section: 'Harbour' }, 'quay.md', { ...site, publication: open });
  assert.equal(fields.section, 'Harbour');
});

const sources: readonly [url: string, isOwn: boolean, alias?: string][] = [
  ['https://own.example/old/quay/', true, '/old/quay/'],
  ['http://own.example/old/quay/', true, '/old/quay/'],
  ['https://own.example/?p=12', true],
  ['https://own.example/2024/03/05/quay/', true],
  ['https://other.example/old/quay/', false],
  ['https://own.example.evil.example/old/', false],
];

for (const [url, isOwn, alias] of sources) {
  test(`treats ${url} as ${isOwn ? 'this' : 'another'} site`, () => {
    const { fields } = prepare({ source: { name: 'Own', url, published: '2024-03-05' } });
    assert.equal(fields.source?.url, isOwn ? undefined : url);
    assert.deepEqual(fields.aliases, alias === undefined ? undefined : [alias]);
  });
}

test('removes the base path from an address of the site', () => {
  const below = { ...site, basePath: '/news/' };
  const inside = prepare(
    { source: { url: 'https://own.example/news/old/' } },
    'quay.md',
    below,
  );
  assert.deepEqual(inside.fields.aliases, ['/old/']);
  const beside = prepare({ source: { url: 'https://own.example/old/' } }, 'quay.md', below);
  assert.equal(beside.fields.source?.url, 'https://own.example/old/');
});

test('turns a canonical URL of the site into an alias', () => {
  const { fields } = prepare({ canonical: 'https://own.example/old/quay/' });
  assert.deepEqual([fields.canonical, fields.aliases], [undefined, ['/old/quay/']]);
});

test('an article whose address another file has gets another slug, with a note', () => {
  for (const [fields, file, slug] of [
    [{}, 'quay.md', undefined],
    [{ slug: 'pier' }, 'quay.md', 'pier'],
    [{ slug: 'tide' }, 'quay.md', 'tide-2'],
    [{}, 'tide.md', 'tide-2'],
    [{ slug: 'tide', lang: 'ko' }, 'quay.ko.md', 'tide'],
  ] as const) {
    const { fields: made, notes } = prepare(fields, file);
    assert.equal(made.slug, slug);
    assert.equal(
      notes.some(({ field }) => field === 'slug'),
      slug === 'tide-2',
    );
  }
});
