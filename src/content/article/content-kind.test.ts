import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yamlFile } from '../../../tests/support/read-test-file.ts';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import type { ContentKind } from './content-file-name.ts';
import { createStory } from './create-story.ts';

const kinds: readonly [path: string, front: string, kind: ContentKind][] = [
  ['people/lee.md', 'name: Lee', 'person'],
  ['people/lee.ko.md', 'name: 이', 'person'],
  ['people/lee.md', 'title: Lee\ndate: 2026-01-06', 'article'],
  ['people/lee.md', 'headline: Lee\npubDate: 2026-01-06', 'article'],
  ['people/2026-01-06-lee.md', 'title: Lee', 'article'],
  ['people/lee.md', 'name: Lee\ntitle: Reporter', 'person'],
  ['people/lee.md', 'title: Lee\nname: Lee\ndate: 2026-01-06', 'article'],
  ['stories/summit.md', 'title: Summit', 'running-story'],
  ['stories/summit.md', 'title: Summit\nstate: closed', 'running-story'],
  ['stories/summit.md', 'title: Summit\ndate: 2026-01-06', 'article'],
  ['stories/2026-01-06-summit.md', 'title: Summit', 'article'],
  ['world/people/lee.md', 'title: Lee\ndate: 2026-01-06', 'article'],
];
for (const [path, front, kind] of kinds)
  test(`${path} with ${JSON.stringify(front)} is of the kind ${kind}`, () => {
    assert.equal(yamlFile(front, path).content?.name.kind, kind);
  });

const lines: readonly [path: string, front: string, line: string][] = [
  [
    'people/lee.md',
    'role: Reporter',
    'people/lee.md:1:1  name: missing; expected a name; add `name: …`',
  ],
  [
    'people/lee.md',
    'name: Lee\ntitle: Reporter',
    'people/lee.md:3:1  warning: title: expected a known field, got "title"; it is not used; a person has a `name`, and a post in `role`',
  ],
  [
    'people/lee.md',
    'name: Lee\ndateline: SEOUL',
    'people/lee.md:3:1  warning: dateline: expected a known field, got "dateline"; it is not used; it is a field of an article',
  ],
  [
    'people/lee.md',
    'name: Lee\njobTitle: Reporter',
    'people/lee.md:3:1  warning: jobTitle: expected the name `role`, got "jobTitle"; it is read as `role`',
  ],
  [
    'people/lee.md',
    'title: Lee\ndate: 2026-01-06\nrole: Reporter',
    'people/lee.md:4:1  warning: role: expected a known field, got "role"; it is not used: a file with `title` and a date is an article; a person has neither',
  ],
  [
    'stories/summit.md',
    'title: Summit\nstate: ended',
    'stories/summit.md:3:8  state: expected `open` or `closed`, got "ended"',
  ],
  [
    'stories/summit.md',
    'title: Summit\nstate: closed\ndate: 2026-01-06',
    'stories/summit.md:3:1  warning: state: expected a known field, got "state"; it is not used: a file with a date is an article; a running story has none',
  ],
  [
    'stories/summit.md',
    'title: Summit\nkeyDates: [{date: soon, text: It opens}]',
    'stories/summit.md:3:19  keyDates.0.date: expected a date such as 2026-03-04 or 2026-03-04T09:30+09:00, got "soon"',
  ],
  [
    'a.md',
    'title: A\ndate: 2026-01-06\nsameAs: https://example.org/',
    'a.md:4:1  warning: sameAs: expected a known field, got "sameAs"; it is not used; it is a field of a person, in people/',
  ],
  [
    'a.md',
    'title: A\ndate: 2026-01-06\nkeyDates: []',
    'a.md:4:1  warning: keyDates: expected a known field, got "keyDates"; it is not used; it is a field of a running story, in stories/',
  ],
];
for (const [path, front, line] of lines)
  test(`problem of ${path} with ${JSON.stringify(front)}`, () => {
    assert.deepEqual(yamlFile(front, path).lines, [line]);
  });

const settings = testSettings('languages: [en, ko]');

test('a person has an address without a date, and translations inherit all fields but texts', () => {
  const original = testContentFile('people/jane.md', {
    name: 'Jane "Jay" Roe',
    role: 'Reporter',
    sameAs: ['https://example.org/jane'],
    contact: ['jane@example.org'],
    aka: ['J. Roe'],
    date: '',
  });
  const korean = testContentFile('people/jane.ko.md', { name: '제인 로', date: '' });
  const { story: person } = createStory(original, original, settings);
  assert.ok(person?.kind === 'person');
  assert.deepEqual([person.address, person.title], ['/author/jane/', 'Jane "Jay" Roe']);
  const { story: translation, problems } = createStory(korean, original, settings);
  assert.deepEqual(problems, []);
  assert.ok(translation?.kind === 'person');
  const { address, role, sameAs, contact, aka } = translation;
  assert.deepEqual(
    { address, role, sameAs, contact, aka },
    {
      address: '/ko/author/jane/',
      role: undefined,
      sameAs: ['https://example.org/jane'],
      contact: ['jane@example.org'],
      aka: [],
    },
  );
});

test('a running story is open unless it says otherwise, and has typographic texts', () => {
  const content = testContentFile('stories/summit.md', {
    title: 'The "summit"',
    keyDates: [{ date: { day: '2026-01-05' }, text: "It's on" }],
    date: '',
  });
  const { story } = createStory(content, content, settings);
  assert.ok(story?.kind === 'running-story');
  const { address, state, title, keyDates } = story;
  assert.deepEqual([address, state, title], ['/story/summit/', 'open', 'The “summit”']);
  assert.deepEqual(
    keyDates.map(({ date, text }) => [date.day, text]),
    [['2026-01-05', 'It’s on']],
  );
});

test('a file without a date in people/ may be meant as a person', () => {
  const content = yamlFile('title: Jane', 'people/jane.md').content;
  assert.ok(content);
  const { problems } = createStory(content, content, settings);
  assert.deepEqual(
    problems.map(({ field, cure }) => [field, cure]),
    [['date', 'add `date: …`; or, for a person, write `name:` for `title:`']],
  );
});
