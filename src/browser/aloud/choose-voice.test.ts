import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseVoice, type VoiceTraits } from './choose-voice.ts';

const remote = (name: string, lang: string) => voice(name, lang, { localService: false });

function voice(name: string, lang: string, more: Partial<VoiceTraits> = {}): VoiceTraits {
  return { name, lang, localService: true, default: false, ...more };
}

const cases = [
  { for: 'en', of: [], is: undefined, says: 'no voices' },
  { for: 'en', of: [voice('Yuna', 'ko-KR')], is: undefined, says: 'none of the language' },
  { for: 'ko', of: [voice('Yuna', 'ko-KR')], is: 'Yuna', says: 'any of the language' },
  { for: 'en', of: [voice('A', 'en_US')], is: 'A', says: 'a tag as Android writes it' },
  { for: 'zh-Hant', of: [voice('A', 'cmn-TW')], is: 'A', says: 'the older name of Mandarin' },
  {
    for: 'zh-Hans',
    of: [voice('TW', 'zh-TW'), voice('HK', 'zh-HK'), voice('CN', 'zh-CN')],
    is: 'CN',
    says: 'the script before all else',
  },
  {
    for: 'en-GB',
    of: [voice('US', 'en-US', { default: true }), voice('GB', 'en-GB')],
    is: 'GB',
    says: 'the region before the default',
  },
  {
    for: 'en',
    of: [voice('A', 'en-US'), voice('B', 'en-US', { default: true })],
    is: 'B',
    says: 'the default among equals',
  },
  {
    for: 'en',
    of: [voice('Albert', 'en-US'), voice('Samantha', 'en-US')],
    is: 'Samantha',
    says: 'no voice made for fun',
  },
  { for: 'en', of: [voice('Albert', 'en-US')], is: 'Albert', says: 'but that before none' },
  {
    for: 'en-US',
    of: [remote('Google', 'en-US'), voice('Here', 'en-IE')],
    is: 'Here',
    says: 'a local voice before a better one of a server',
  },
  {
    for: 'en',
    of: [remote('Google', 'en-US')],
    is: 'Google',
    says: 'a server, without a local',
  },
  {
    for: 'en',
    of: [voice('?', ''), voice('A', 'en')],
    is: 'A',
    says: 'past a voice of nothing',
  },
];
for (const { for: language, of: voices, is, says } of cases) {
  test(`for ${language}: ${says}`, () => {
    assert.equal(chooseVoice(voices, language)?.name, is);
  });
}
