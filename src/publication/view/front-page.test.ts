import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { printed, testView } from '../../../tests/support/test-view.ts';
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
  const options = { now: Date.parse('2026-02-01'), drafts: false, files: new Set<string>() };
  const { publication } = createPublication(files, testSettings(yaml), options);
  const { context, collector } = testView({ publication });
  const [edition] = publication.editions;
  assert.ok(edition);
  return printed(createFrontPage(context, planFrontPage(context, edition, collector).inputs));
}

const headlines = (entries: FrontPage['prominent']) => entries.map(({ headline }) => headline);

test('the newest article is the lead, the next three are prominent', () => {
  const { lead, prominent } = frontPage(Array.from({ length: 6 }));
  assert.equal(lead?.headline, 'A1');
  assert.deepEqual(headlines(prominent), ['A2', 'A3', 'A4']);
});

const [city, world] = ['City', 'World'];
const groups: readonly [
  rest: readonly (string | undefined)[],
  expected: readonly [title: string, headlines: readonly string[]][],
][] = [
  [[], []],
  [[undefined], [['Latest', ['A5']]]],
  [
    [world, undefined, city, world],
    [
      ['City', ['A7']],
      ['World', ['A5', 'A8']],
      ['Latest', ['A6']],
    ],
  ],
];
for (const [rest, expected] of groups) {
  const names = rest.map((section) => section ?? 'none').join(', ');
  test(`other articles are grouped by section: ${names || 'no other articles'}`, () => {
    const page = frontPage([city, city, city, city, ...rest]);
    assert.deepEqual(
      page.groups.map(({ title, entries }) => [title, headlines(entries)]),
      expected,
    );
  });
}

test('a group links to its section, and only three of its articles have a summary', () => {
  const [group] = frontPage(Array.from({ length: 9 }, () => city)).groups;
  assert.equal(group?.href, '/section/city/');
  assert.deepEqual(
    group?.entries.map(({ summary, kicker }) => [summary, kicker]),
    [
      ['About 5', undefined],
      ['About 6', undefined],
      ['About 7', undefined],
      [undefined, undefined],
      [undefined, undefined],
    ],
  );
});

test('links to all articles if there are more than fit', () => {
  const yaml = 'languages: [en]\npageSize: 5';
  assert.equal(frontPage(Array.from({ length: 5 }), yaml).more, undefined);
  assert.equal(frontPage(Array.from({ length: 6 }), yaml).more?.href, '/page/');
});

test('an empty edition says so', () => {
  const { lead, empty, groups } = frontPage([]);
  assert.equal(lead, undefined);
  assert.ok(empty?.title);
  assert.deepEqual(groups, []);
});

test('the headlines describe a front page without a description', () => {
  assert.equal(frontPage([city, city, city, city]).shell.description, 'A1 · A2 · A3');
  const described = frontPage([city], 'languages: [en]\ndescription: All the news.');
  assert.equal(described.shell.description, 'All the news.');
});
