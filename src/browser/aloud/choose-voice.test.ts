import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseVoice, type VoiceTraits } from './choose-voice.ts';

const remote = (name: string, lang: string) => voice(name, lang, { localService: false });

function voice(name: string, lang: string, more: Partial<VoiceTraits> = {}): VoiceTraits {
  return { name, lang, localService: true, default: false, ...more };
}

const cases = [
  { for: 'en', of: [], is: undefined, says: 'no voices' },
  { for: 'en', of: [voice('Yuna', 'ko-KR')], is: undefined, says: 'no voice of the language' },
  { for: 'ko', of: [voice('Yuna', 'ko-KR')], is: 'Yuna', says: 'a voice of the language' },
  { for: 'en', of: [voice('A', 'en_US')], is: 'A', says: 'a tag in the format of Android' },
  { for: 'zh-Hant', of: [voice('A', 'cmn-TW')], is: 'A', says: 'the older name of Mandarin' },
  {
    for: 'zh-Hans',
    of: [voice('TW', 'zh-TW'), voice('HK', 'zh-HK'), voice('CN', 'zh-CN')],
    is: 'CN',
    says: 'the script counts most',
  },
  {
    for: 'en-GB',
    of: [voice('US', 'en-US', { default: true }), voice('GB', 'en-GB')],
    is: 'GB',
    says: 'the region counts more than the default',
  },
  {
    for: 'en',
    of: [voice('A', 'en-US'), voice('B', 'en-US', { default: true })],
    is: 'B',
    says: 'the default decides among equals',
  },
  {
    for: 'en',
    of: [voice('Albert', 'en-US'), voice('Samantha', 'en-US')],
    is: 'Samantha',
    says: 'not a novelty voice',
  },
  {
    for: 'en',
    of: [voice('Albert', 'en-US')],
    is: 'Albert',
    says: 'a novelty voice if it is the only one',
  },
  {
    for: 'en-US',
    of: [remote('Google', 'en-US'), voice('Here', 'en-IE')],
    is: 'Here',
    says: 'a local voice rather than a better server voice',
  },
  {
    for: 'en',
    of: [remote('Google', 'en-US')],
    is: 'Google',
    says: 'a server voice without a local one',
  },
  {
    for: 'en',
    of: [voice('?', ''), voice('A', 'en')],
    is: 'A',
    says: 'skips a voice without a language',
  },
];
for (const { for: language, of: voices, is, says } of cases) {
  test(`for ${language}: ${says}`, () => {
    assert.equal(chooseVoice(voices, language)?.name, is);
  });
}
