import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContentFile } from './content-file.ts';
import { parsePictureNote } from './picture-note.ts';
import { readContentFile } from './read-content-file.ts';
import { picturesOf } from './story-pictures.ts';

const languages = ['en', 'ko'];

function copyOf(path: string, text: string): ContentFile {
  const bytes = Buffer.from(text);
  const { content, problems } = readContentFile(bytes, {
    ...{ path, file: `content/${path}`, languages, nesting: 100 },
    keyOf: (dependencies) => dependencies,
  });
  assert.ok(content, JSON.stringify(problems));
  return content;
}

const article = (text: string, ...fields: string[]) =>
  copyOf(
    'bridge.md',
    ['---', 'title: T', 'date: 2026-01-06', ...fields, '---', '', text].join('\n'),
  );
const korean = (text: string, ...fields: string[]) =>
  copyOf('bridge.ko.md', ['---', 'title: 다리', ...fields, '---', '', text].join('\n'));

function notesOf(notes: Readonly<Record<string, string>>) {
  return new Map(
    Object.entries(notes).map(([picture, yaml]) => {
      const { note } = parsePictureNote(yaml, { picture, file: `content/${picture}.yaml` });
      assert.ok(note);
      return [picture, note] as const;
    }),
  );
}

/** `file: alt | caption | creator` of each picture. */
function shownBy(
  content: ContentFile,
  original = content,
  notes: Readonly<Record<string, string>> = {},
) {
  return picturesOf(content, original, notesOf(notes), { languages }).map(
    ({ file, address, alt, caption, credit }) =>
      [file ?? address ?? '-', alt, caption, credit?.creator]
        .map((part) => part ?? '-')
        .join(' | '),
  );
}

const featured = 'image: {file: ./a.jpg, alt: A, caption: Cap, credit: Front}';

test('lists the featured picture first', () => {
  const content = article('![B](b.jpg "Its words. Credit: Bee")\n\n![C](/c/c.jpg)', featured);
  assert.deepEqual(shownBy(content), [
    'a.jpg | A | Cap | Front',
    'b.jpg | B | Its words. | Bee',
    'c/c.jpg | C | - | -',
  ]);
});

test('lists a credit without a picture', () => {
  assert.deepEqual(shownBy(article('Text.', 'image: {credit: Front}')), ['- |  | - | Front']);
});

test('an external picture has only its own words', () => {
  assert.deepEqual(shownBy(article('![R](https://r.example/a.jpg "Credit: Ray")')), [
    'https://r.example/a.jpg | R | - | Ray',
  ]);
});

test('uses the nearest words', () => {
  const note = { 'a.jpg': 'alt: Note\ncaption: Noted\ncredit: Note' };
  const own = article('![T](a.jpg "Said. Credit: Text")');
  assert.deepEqual(shownBy(own, own, note), ['a.jpg | T | Said. | Text']);
  const bare = article('![](a.jpg)');
  assert.deepEqual(shownBy(bare, bare, note), ['a.jpg | Note | Noted | Note']);
  const twice = article('![](a.jpg)', featured);
  assert.deepEqual(shownBy(twice, twice, note), [
    'a.jpg | A | Cap | Front',
    'a.jpg | Note | Noted | Front',
  ]);
});

test('never combines two credits', () => {
  const note = { 'a.jpg': 'credit: {creator: Note, source: Archive, licence: CC0}' };
  const content = article('![A](a.jpg "Credit: Text")');
  assert.deepEqual(picturesOf(content, content, notesOf(note), { languages })[0]?.credit, {
    creator: 'Text',
  });
});

test('a translation inherits what it does not say itself', () => {
  const original = article('![B](b.jpg "Its words. Credit: Bee")', featured);
  assert.deepEqual(shownBy(korean('본문.'), original), ['a.jpg | A | Cap | Front']);
  assert.deepEqual(shownBy(korean('![나](b.jpg "말")', 'image: {alt: 가}'), original), [
    'a.jpg | 가 | Cap | Front',
    'b.jpg | 나 | 말 | Bee',
  ]);
});

test('prefers a note in the language of the translation', () => {
  const original = article('![](b.jpg "Its words. Credit: Bee")', featured);
  const notes = {
    'a.jpg': 'alt: {en: A note, ko: 가}\ncaption: {ko: 글}',
    'b.jpg': 'alt: B note',
  };
  assert.deepEqual(shownBy(korean('![](b.jpg)'), original, notes), [
    'a.jpg | 가 | 글 | Front',
    'b.jpg | B note | Its words. | Bee',
  ]);
});

test('inherits nothing for another file', () => {
  const original = article('Text.', featured);
  assert.deepEqual(shownBy(korean('본문.', 'image: {file: ./k.jpg, alt: 나}'), original), [
    'k.jpg | 나 | - | -',
  ]);
  const unseen = article('Text.', 'image: {credit: Front}');
  assert.deepEqual(shownBy(korean('본문.', 'image: {file: ./k.jpg, alt: 나}'), unseen), [
    'k.jpg | 나 | - | Front',
  ]);
});

test('typesets words, not names', () => {
  const content = article("![A](a.jpg \"It's 'so'. Credit: O'Hara\")");
  assert.deepEqual(shownBy(content), ["a.jpg | A | It’s ‘so’. | O'Hara"]);
});

test('reads the credit from a caption with markup', () => {
  const html =
    '<figure><img src="a.jpg" alt="A"><figcaption>The <em>quay</em>. Photo: Jane Roe</figcaption></figure>';
  assert.deepEqual(shownBy(article(html)), ['a.jpg | A | The quay. | Jane Roe']);
});
