import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatherFolder } from '../../tests/gather-folder.ts';
import { createNewFile, type NewKind, toNewName } from './new.ts';

const day = '2026-11-27';
const cases: readonly (readonly [headline: string, name: string | undefined])[] = [
  ['A bridge for Seoul', 'a-bridge-for-seoul'],
  ['다리가 열렸다', '다리가-열렸다'],
  ['橋が開いた！', '橋が開いた！'],
  ['الجسر الجديد', 'الجسر-الجديد'],
  ['Straße & Übermut', 'straße-übermut'],
  ['Über den Kai: “Möwen” & Co?', 'über-den-kai-möwen-co'],
  ['「橋」が開いた…', '橋が開いた'],
  ['L’été « chaud »', 'lété-chaud'],
  ['Readme', `${day}-readme`],
  ['README', `${day}-readme`],
  ['Index', `${day}-index`],
  ['Con', `${day}-con`],
  ['_Hidden', 'hidden'],
  ['.hidden', 'hidden'],
  ['Version 2.0 is out', 'version-2-0-is-out'],
  ['What is a .ko', 'what-is-a-ko'],
  ['2026-01-06 Summit', `${day}-2026-01-06-summit`],
  ['?!', undefined],
  ['', undefined],
  ['a '.repeat(200), 'a-'.repeat(60).slice(0, -1)],
  ['다'.repeat(90), '다'.repeat(40)],
];
for (const [headline, name] of cases)
  test(`${JSON.stringify(headline.slice(0, 30))} -> ${name}`, () =>
    assert.equal(toNewName(headline, day), name));

const files: readonly (readonly [kind: NewKind, title: string, path: string, text: string])[] =
  [
    [
      'article',
      'A "bridge": yes',
      'a-bridge-yes',
      'title: "A \\"bridge\\": yes"\ndate: 2026-11-27\ndraft: true',
    ],
    ['person', 'Jane Roe', 'people/jane-roe', 'name: "Jane Roe"\ndraft: true'],
    ['person', 'Con', 'people/person-con', 'name: "Con"\ndraft: true'],
    ['story', '다리', 'stories/다리', 'title: "다리"\nstate: open\ndraft: true'],
    // A date at the start of the name would make it an article.
    [
      'story',
      '2026-01-06 Summit',
      'stories/story-2026-01-06-summit',
      'title: "2026-01-06 Summit"\nstate: open\ndraft: true',
    ],
  ];
for (const [kind, title, path, fields] of files)
  test(`a new ${kind}: ${title}`, async (t) => {
    const made = createNewFile(kind, { title, day });
    assert.equal(made?.path, path);
    assert.ok(made.text.startsWith(`---\n${fields}\n---\n\n`), made.text);
    const { lines, published } = await gatherFolder(
      t,
      { [`${path}.md`]: made.text },
      { drafts: true, allowEmpty: true },
    );
    assert.deepEqual(lines, []);
    const expected = kind === 'story' ? 'running-story' : kind;
    assert.equal(published.byPath.get(`${path}.md`)?.kind, expected);
  });
