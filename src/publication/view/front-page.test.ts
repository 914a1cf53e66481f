import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { printed, testView } from '../../../tests/support/test-view.ts';
import type { ContentFile } from '../../content/article/content-file.ts';
import { createPublication } from '../edition/create-publication.ts';
import { createFrontPage, type FrontPage, planFrontPage } from './front-page.ts';

/** The front page of articles, newest first, each with a section or none. */
function frontPage(
  sections: readonly (string | undefined)[],
  yaml = 'languages: [en]\nsections: [City, World]',
): FrontPage {
  const files = sections.map((section, index) =>
    testContentFile(`a${index + 1}.md`, {
      title: `A${index + 1}`,
      date: `2026-01-${30 - index}`,
      summary: `About ${index + 1}`,
      section,
    }),
  );
  return pageOf(files, yaml);
}

function pageOf(files: readonly ContentFile[], yaml: string): FrontPage {
  const options = { now: Date.parse('2026-02-01'), drafts: false, files: new Set<string>() };
  const { publication } = createPublication(files, testSettings(yaml), options);
  const { context, collector } = testView({ publication });
  const [edition] = publication.editions;
  assert.ok(edition);
  return printed(createFrontPage(context, planFrontPage(context, edition, collector).inputs));
}

test('each section of the rest has a title that links to its list', () => {
  const [city, world] = ['City', 'World'];
  const sections = Array.from(
    { length: 21 },
    (_, index) => [city, world, undefined][index % 3],
  );
  const { blocks } = frontPage(sections);
  assert.deepEqual(
    blocks
      .flatMap(({ title, columns }) => [title, ...columns.map((own) => own.title)])
      .flatMap((title) => (title ? [[title.id, title.text, title.href]] : [])),
    [
      ['ui-group-1', 'City', '/section/city/'],
      ['ui-group-2', 'World', '/section/world/'],
      ['ui-group-3', 'Latest', undefined],
    ],
  );
});

test('stories below the title of a section do not repeat its name', () => {
  for (const { title, columns } of frontPage(Array(12).fill('City')).blocks)
    for (const { entry } of columns.flatMap(({ stories }) => stories))
      assert.equal(entry.kicker?.section?.text, title ? undefined : 'City');
});

test('a running story with several of the newest articles is a package with its state', () => {
  const files = [
    ...Array.from({ length: 14 }, (_, index) =>
      testContentFile(`a${index + 1}.md`, {
        title: `A${index + 1}`,
        date: `2026-01-${30 - index}`,
        story: index % 4 === 1 ? 'flood' : index % 4 === 2 ? 'fire' : undefined,
      }),
    ),
    testContentFile('stories/flood.md', { title: 'The flood' }),
    testContentFile('stories/fire.md', { title: 'The fire', state: 'closed' }),
  ];
  const titles = pageOf(files, 'languages: [en]').blocks.flatMap(({ title, columns }) =>
    title?.href
      ? [[title, columns.flatMap((own) => own.stories.map(({ entry }) => entry.headline))]]
      : [],
  );
  assert.deepEqual(titles, [
    [
      { id: 'ui-group-1', text: 'The flood', href: '/story/flood/', state: 'Ongoing' },
      ['A2', 'A6', 'A10', 'A14'],
    ],
  ]);
});

test('links to all articles if there are more than fit', () => {
  const yaml = 'languages: [en]\npageSize: 5';
  assert.equal(frontPage(Array.from({ length: 5 }), yaml).more, undefined);
  assert.equal(frontPage(Array.from({ length: 6 }), yaml).more?.href, '/page/');
});

test('an empty edition says so', () => {
  const { empty, blocks } = frontPage([]);
  assert.ok(empty?.title);
  assert.deepEqual(blocks, []);
});

test('the headlines describe a front page without a description', () => {
  assert.equal(frontPage(Array(4).fill('City')).shell.description, 'A1 · A2 · A3');
  const described = frontPage(['City'], 'languages: [en]\ndescription: All the news.');
  assert.equal(described.shell.description, 'All the news.');
});
