import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareAddress, readableAddress } from './readable-address.ts';

const readable = [
  { of: 'https://a.example/b?c=1#d', is: 'https://a.example/b?c=1#d' },
  {
    of: 'https://ko.wikipedia.org/wiki/%EC%84%9C%EC%9A%B8',
    is: 'https://ko.wikipedia.org/wiki/서울',
  },
  { of: 'https://a.example/caf%c3%a9', is: 'https://a.example/café' },
  { of: 'https://a.example/%E2%80%93', is: 'https://a.example/–', why: 'a dash' },
  { of: 'https://a.example/a%2Fb%3Fc%25', is: 'same', why: 'reserved characters' },
  { of: 'https://a.example/a%20b', is: 'same', why: 'a space' },
  { of: 'https://a.example/%C2%A0', is: 'same', why: 'a no-break space' },
  { of: 'https://a.example/%E2%80%AEgpj', is: 'same', why: 'a direction override' },
  { of: 'https://a.example/%C2%AD', is: 'same', why: 'a soft hyphen' },
  { of: 'https://a.example/%E3%85%A4', is: 'same', why: 'an invisible letter' },
  { of: 'https://a.example/e%CC%81', is: 'same', why: 'a combining mark' },
  { of: 'https://a.example/%E1%84%80%E1%85%A1', is: 'same', why: 'decomposed letters' },
  { of: 'https://a.example/%FF%FE', is: 'same', why: 'not UTF-8' },
  { of: 'https://a.example/%B0%A1', is: 'same', why: 'an older encoding' },
];
for (const { of, is, why } of readable) {
  test(`formats ${of}${why ? ` (${why})` : ''} as ${is}`, () => {
    assert.equal(readableAddress(of), is === 'same' ? of : is);
  });
}

const bare = [
  { of: ' https://A.example/ ', is: 'a.example' },
  { of: 'http://a.example/b/', is: 'a.example/b' },
  { of: 'Our report', is: 'our report' },
];
for (const { of, is } of bare) {
  test(`compares “${of}” as ${is}`, () => assert.equal(bareAddress(of), is));
}
