import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playerServiceOf } from './player-services.ts';

const addresses: readonly [address: string, service: string | undefined][] = [
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'YouTube'],
  ['https://youtu.be/dQw4w9WgXcQ?t=3', 'YouTube'],
  ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', 'YouTube'],
  ['https://www.youtube.com/@channel', undefined],
  ['https://youtube.com.evil.example/watch?v=x', undefined],
  ['https://vimeo.com/76979871', 'Vimeo'],
  ['https://player.vimeo.com/video/76979871', 'Vimeo'],
  ['https://vimeo.com/about', undefined],
  ['https://dai.ly/x8abcde', 'Dailymotion'],
  ['https://tv.naver.com/v/123', 'Naver TV'],
  ['https://www.bilibili.com/video/BV1xx', 'Bilibili'],
  ['https://soundcloud.com/artist/track', 'SoundCloud'],
  ['https://open.spotify.com/episode/abc', 'Spotify'],
  ['https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv', 'PeerTube'],
  ['https://video.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d', 'PeerTube'],
  ['https://a.example/w/words', undefined],
  ['https://a.example/?u=https://youtu.be/x', undefined],
  ['mailto:a@youtube.com', undefined],
];
for (const [address, service] of addresses)
  test(`${address} is played by ${service ?? 'nobody'}`, () => {
    assert.equal(playerServiceOf(address), service);
  });
