import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { parsePictureNote } from '../../content/article/picture-note.ts';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { createPublication } from './create-publication.ts';
import { listRights } from './list-rights.ts';

interface Shown {
  readonly file: string;
  readonly title?: string;
}

/** A content file with pictures in its text, each on its own line. */
function showing(path: string, ...pictures: readonly Shown[]) {
  const file = testContentFile(path);
  const references = pictures.map(({ file, title }, index) => ({
    kind: 'picture' as const,
    address: file,
    line: index + 5,
    column: 1,
    alt: 'x',
    ...(title === undefined ? {} : { title }),
  }));
  return { ...file, body: { ...file.body, references } };
}

function publish(contentFiles: Parameters<typeof createPublication>[0], note?: string) {
  const { note: read } = parsePictureNote(note ?? '', {
    picture: 'a.jpg',
    file: 'content/a.jpg.yaml',
  });
  return createPublication(contentFiles, testSettings(), {
    now: Date.UTC(2026, 5, 1),
    drafts: false,
    files: new Set(['a.jpg', 'b.jpg']),
    notes: new Map(note !== undefined && read ? [['a.jpg', read]] : []),
  });
}

const reported = (...input: Parameters<typeof publish>) =>
  publish(...input).problems.map(formatProblem);

test('warns once per article about a picture without a credit', () => {
  const a = { file: 'a.jpg' };
  assert.deepEqual(reported([showing('bridge.md', a, a), showing('bridge.ko.md', a)]), [
    'content/bridge.md:5:1  warning: picture.credit: missing; write `![…](a.jpg "CAPTION. Credit: NAME via SOURCE")`, or `credit: NAME via SOURCE` in a.jpg.yaml',
  ]);
});

test('a note credits the picture for every article', () => {
  const contentFiles = [
    showing('bridge.md', { file: 'a.jpg' }),
    showing('fair.md', { file: '/a.jpg' }),
  ];
  assert.deepEqual(reported(contentFiles, 'credit: Jane Roe'), []);
});

test('reports a missing file only once', () => {
  assert.deepEqual(reported([showing('bridge.md', { file: 'c.jpg' })]), []);
});

test('warns about two credits for one picture', () => {
  const jane = { file: 'a.jpg', title: 'Credit: Jane Roe via Archive' };
  const john = { file: 'a.jpg', title: 'Credit: John Doe' };
  assert.deepEqual(reported([showing('bridge.md', jane), showing('fair.md', john)]), [
    'content/fair.md:5:1  warning: credit: expected what content/bridge.md:5:1 says of a.jpg: "Jane Roe via Archive", got "John Doe"; say it in one place, a.jpg.yaml',
  ]);
  assert.deepEqual(reported([showing('bridge.md', jane), showing('fair.md', jane)]), []);
  assert.equal(reported([showing('bridge.md', jane, john)]).length, 1);
});

test('accepts translated credits', () => {
  const contentFiles = [
    showing('bridge.md', { file: 'a.jpg', title: 'Credit: Jane Roe' }),
    showing('bridge.ko.md', { file: 'a.jpg', title: '출처: 제인 로' }),
  ];
  assert.deepEqual(reported(contentFiles), []);
});

test('warns at the article about a credit that contradicts the note', () => {
  const contentFiles = [showing('bridge.md', { file: 'a.jpg', title: 'Credit: Jane Roe' })];
  assert.match(
    reported(contentFiles, 'credit: John Doe').join(),
    /says of a\.jpg: "John Doe", got "Jane Roe"/,
  );
  assert.deepEqual(reported(contentFiles, 'credit: jane roe'), []);
});

test('validates a licence in a caption', () => {
  const [line = ''] = reported([
    showing('bridge.md', { file: 'a.jpg', title: 'Credit: CC BY 4.0' }),
  ]);
  assert.match(
    line,
    /^content\/bridge\.md:5:1 {2}picture\.credit\.creator: missing; expected the creator's name/,
  );
  assert.match(line, /write `Credit: NAME \/ CC BY 4\.0`$/);
});

test('orders pictures by first use, newest first', () => {
  const on = (path: string, date: string, ...files: string[]) => ({
    ...showing(path, ...files.map((file) => ({ file, title: `Credit: ${path}` }))),
    fields: testContentFile(path, { date }).fields,
  });
  const { publication } = publish([
    on('old.md', '2026-01-01', 'a.jpg'),
    on('new.md', '2026-03-01', 'a.jpg', 'b.jpg'),
    on('ko.ko.md', '2026-04-01', 'b.jpg'),
  ]);
  const pictures = publication.editions.map(({ language, pictures }) => [
    language,
    ...pictures.map(({ file, credit, stories }) =>
      [file, credit?.creator, ...stories.map(({ path }) => path)].join(' '),
    ),
  ]);
  assert.deepEqual(pictures, [
    ['en', 'b.jpg new.md new.md', 'a.jpg old.md new.md old.md'],
    ['ko', 'b.jpg ko.ko.md ko.ko.md'],
  ]);
  assert.ok(
    publication.addresses.has('/credits/') && publication.addresses.has('/ko/credits/'),
  );
});

test('has no credits page without pictures', () => {
  const { publication, problems } = publish([
    testContentFile('bridge.md'),
    testContentFile('pages/credits.md'),
  ]);
  assert.deepEqual(problems, []);
  assert.equal(publication.addresses.get('/credits/'), 'content/pages/credits.md');
});

test('lists what is missing for every use', () => {
  const contentFiles = [
    showing(
      'bridge.md',
      { file: 'a.jpg' },
      { file: 'c.jpg', title: 'Credit: Jane / CC BY 3.0' },
    ),
    testContentFile('fair.md', {
      image: { credit: { source: 'Archive', licence: 'CC BY 4.0' } },
    }),
  ];
  const { publication } = publish(contentFiles);
  const rows = listRights([...publication.byPath.values()], publication.files);
  assert.deepEqual(
    rows.map(({ picture, article, place, missing, advised }) => [
      picture,
      article,
      place,
      missing.join(),
      advised.join(),
    ]),
    [
      [undefined, 'content/fair.md', 'featured', 'creator', 'sourceUrl'],
      ['a.jpg', 'content/bridge.md', 'text', 'credit', ''],
      ['c.jpg', 'content/bridge.md', 'text', 'file', 'title,sourceUrl'],
    ],
  );
});
