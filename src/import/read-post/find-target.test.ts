import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPostPictures } from './find-target.ts';
import { createEmptyFolder } from './read-post.ts';

test('captions, transcripts and the poster of a clip come with it, under its name', () => {
  const files = new Set(
    [
      ...['leaving.mp4', 'leaving.vtt', 'leaving.ko.vtt', 'leaving.pt-br.vtt', 'leaving.txt'],
      ...[
        'leaving.jpg',
        'leaving.md',
        'leaving-2.vtt',
        'leaving.backup.vtt',
        'deck.jpg',
        'deck.txt',
      ],
    ].map((name) => `content/harbour/${name}`),
  );
  const empty = createEmptyFolder({ source: 'a', bytes: new Uint8Array() });
  const folder = { ...empty, root: '/site', files };
  const path = 'content/harbour/index.md';
  const collected = createPostPictures(path, 'harbour', folder, true);
  const { add } = collected;
  assert.equal(add('leaving.mp4'), './harbour-leaving.mp4');
  assert.equal(add('leaving.mp4'), './harbour-leaving.mp4');
  assert.equal(add('deck.jpg'), './harbour-deck.jpg');
  assert.deepEqual(
    collected.pictures.map(({ name }) => name),
    [
      ...['harbour-leaving.mp4', 'harbour-leaving.jpg', 'harbour-leaving.ko.vtt'],
      ...['harbour-leaving.pt-br.vtt', 'harbour-leaving.txt', 'harbour-leaving.vtt'],
      'harbour-deck.jpg',
    ],
  );
});
