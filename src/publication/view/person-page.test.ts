import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkGraph } from '../../../tests/schema-org/check-graph.ts';
import { loadVocabulary } from '../../../tests/schema-org/load-vocabulary.ts';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { printed, testView } from '../../../tests/support/test-view.ts';
import { createPublication } from '../edition/create-publication.ts';
import { createPage } from './create-page.ts';
import type { ListPage } from './list-page.ts';
import type { PersonPage } from './person-page.ts';
import { planListPages } from './plan-lists.ts';

const jane = {
  ...{ name: 'Jane Roe', role: 'Reporter', summary: 'She reports on ports.', date: '' },
  image: { file: './jane.png', alt: 'Portrait', credit: { creator: 'Kim' } },
  contact: ['jane@daily.example', 'https://social.example/@jane/', '/contact/'],
  sameAs: ['https://www.example.org/jane'],
  aka: ['J. Roe'],
};
const files = [
  testContentFile('people/jane.md', jane),
  testContentFile('people/jane.ko.md', { name: '제인 로', date: '' }),
  ...Array.from({ length: 5 }, (_, index) =>
    testContentFile(`a${index}.md`, {
      title: `Report ${index}`,
      date: `2026-01-0${index + 1}`,
      authors: [{ name: 'Jane Roe', url: 'https://press.example/jane' }],
    }),
  ),
  testContentFile('b.md', { authors: [{ name: 'J. Roe' }, { name: 'Reuters' }] }),
  testContentFile('a1.ko.md', { date: '' }),
];
const { publication, problems } = createPublication(
  files,
  testSettings('name: Daily\nlanguages: [en, ko]\npageSize: 2'),
  { now: Date.parse('2026-02-01'), drafts: false, files: new Set(['people/jane.png']) },
);
const { context, collector } = testView({
  publication,
  siteUrl: 'https://daily.example',
  assets: new Map([
    ['people/jane.png', { kind: 'picture', name: 'j.png', width: 400, height: 500 }],
  ]),
});
const plans = publication.editions.flatMap((edition) => [
  ...planListPages(context, edition, collector),
]);
function page(address: string) {
  const plan = plans.find((plan) => plan.address === address);
  assert.ok(plan, address);
  return printed(createPage(context, plan));
}
const graphOf = ({ shell }: PersonPage | ListPage) =>
  JSON.parse(shell.head?.data ?? '')['@graph'];

test('the page of a person has the file and the newest articles', () => {
  assert.deepEqual(problems, []);
  const shown = page('/author/jane/') as PersonPage;
  const { name, role, standfirst, picture, entries, translations, credits } = shown;
  assert.deepEqual(
    [name, role, standfirst, picture?.alt, picture?.src],
    ['Jane Roe', 'Reporter', 'She reports on ports.', 'Portrait', '/assets/j.png'],
  );
  assert.deepEqual(
    entries.map(({ headline }) => headline),
    ['b.md', 'Report 4', 'Report 3', 'Report 2'].slice(0, entries.length),
  );
  assert.deepEqual(
    translations?.links.map(({ href }) => href),
    ['/ko/author/jane/'],
  );
  assert.ok(credits.featured);
});

test('its older pages are pages of a list', () => {
  const older = page('/author/jane/1/') as ListPage;
  assert.equal(older.heading, 'Jane Roe – Page 1');
  assert.deepEqual(
    older.entries.map(({ headline, authors }) => [headline, authors]),
    [
      ['Report 1', undefined],
      ['Report 0', undefined],
    ],
  );
});

test('entries name the authors only if there are others', () => {
  const { entries } = page('/author/jane/') as PersonPage;
  assert.deepEqual(
    entries.map(({ authors }) => authors?.parts.map(({ text }) => text).join('')),
    ['J. Roe and Reuters', undefined, undefined, undefined].slice(0, entries.length),
  );
});

test('links to addresses of every form', () => {
  const { contact, elsewhere } = page('/author/jane/') as PersonPage;
  assert.deepEqual(contact?.links, [
    { text: 'jane@daily.example', href: 'mailto:jane@daily.example' },
    { text: 'social.example/@jane', href: 'https://social.example/@jane/' },
    { text: '/contact/', href: '/contact/' },
  ]);
  assert.deepEqual(
    elsewhere?.links.map(({ text }) => text),
    ['press.example/jane', 'example.org/jane'],
  );
});

test('a translation has the name of its file, and inherits all fields but texts', () => {
  const { name, role, contact, picture } = page('/ko/author/jane/') as PersonPage;
  assert.deepEqual([name, role, picture?.src], ['제인 로', undefined, '/assets/j.png']);
  assert.equal(contact?.links.length, 3);
});

test('an author without a file has a list', () => {
  const { heading, entries } = page('/author/reuters/') as ListPage;
  assert.equal(heading, 'Reuters');
  assert.equal(entries.length, 1);
});

test('structured data is a profile page, valid in the vocabulary of schema.org', async () => {
  const schema = await loadVocabulary();
  const own = graphOf(page('/author/jane/') as PersonPage);
  const list = graphOf(page('/author/reuters/') as ListPage);
  for (const graph of [own, list])
    assert.deepEqual(checkGraph({ '@graph': graph }, schema), []);
  const { image, ...person } = own[0].mainEntity;
  assert.equal(own[0]['@type'], 'ProfilePage');
  assert.equal(image[0].creditText, 'Kim');
  assert.deepEqual(person, {
    '@type': 'Person',
    name: 'Jane Roe',
    alternateName: ['J. Roe'],
    url: 'https://daily.example/author/jane/',
    description: 'She reports on ports.',
    jobTitle: 'Reporter',
    email: ['jane@daily.example'],
    sameAs: ['https://www.example.org/jane'],
  });
  assert.deepEqual(list[0].mainEntity, {
    '@type': 'Person',
    name: 'Reuters',
    url: 'https://daily.example/author/reuters/',
  });
});
