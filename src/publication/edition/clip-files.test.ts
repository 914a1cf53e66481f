import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mediumOf } from '../../content/markdown/clip-address.ts';
import { createFindBeside, isClipPath } from './clip-files.ts';

test('knows the same files as the Markdown step', () => {
  const endings = 'mp4 webm mp3 m4a ogg opus wav mov avi m4v flac aac vtt jpg MP4 WAV';
  for (const ending of endings.split(' '))
    assert.equal(isClipPath(`a.${ending}`), mediumOf(`a.${ending}`) !== undefined, ending);
});

const files = new Set([
  ...['a/clip.mp4', 'a/clip.png', 'a/clip.vtt', 'a/clip.ko.vtt', 'a/clip.zh-hans.vtt'],
  ...['a/clip.txt', 'a/clip.xx.vtt', 'a/other.vtt', 'talk.mp3', 'talk.jpg', 'talk.en.txt'],
]);

test('finds the files beside a clip that have its name', () => {
  const find = createFindBeside(files, ['en', 'ko', 'zh-Hans']);
  assert.deepEqual(find('a/clip.mp4'), {
    poster: 'a/clip.png',
    captions: [
      { path: 'a/clip.vtt' },
      { path: 'a/clip.ko.vtt', language: 'ko' },
      { path: 'a/clip.zh-hans.vtt', language: 'zh-Hans' },
    ],
    transcripts: [{ path: 'a/clip.txt' }],
  });
  assert.deepEqual(find('talk.mp3'), {
    captions: [],
    transcripts: [{ path: 'talk.en.txt', language: 'en' }],
  });
});
