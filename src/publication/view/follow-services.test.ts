import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../../../tests/support/test-content-file.ts';
import { fediverseAccount, toHandle } from './follow-services.ts';
import { hasFollow, type ViewContext } from './view-context.ts';

const handles: [url: string, handle: string | undefined][] = [
  ['https://news.example/@jane', '@jane@news.example'],
  ['https://news.example/@jane.roe/', '@jane.roe@news.example'],
  ['https://news.example/@jane/1234', undefined],
  ['http://news.example/@jane', undefined],
  ['https://news.example/jane', undefined],
  ['https://www.youtube.com/@jane', undefined],
  ['https://medium.com/@jane', undefined],
  ['mailto:jane@news.example', undefined],
];

for (const [url, handle] of handles)
  test(`reads ${handle ?? 'no handle'} in ${url}`, () => {
    assert.equal(toHandle(url), handle);
  });

const pages: [follow: string, siteUrl: string | undefined, has: boolean][] = [
  ['{google: true}', 'https://news.example', true],
  // Neither feeds nor Google work without the address of the site.
  ['{google: true}', undefined, false],
  ['{bluesky: post.example}', undefined, true],
  ['{others: [{name: Channel, url: "https://channel.example/"}]}', undefined, true],
];

for (const [follow, siteUrl, has] of pages)
  test(`${has ? 'a' : 'no'} page about ${follow} at ${siteUrl ?? 'an unknown address'}`, () => {
    const settings = testSettings(`follow: ${follow}`);
    assert.equal(hasFollow({ settings, siteUrl }), has);
  });

test('names the account of an edition, else that of the default language', () => {
  const settings = testSettings(
    'languages: [en, ko]\nfollow: {mastodon: {en: "@post@news.example", ko: "@ko@news.example"}}',
  );
  const context = { settings } as ViewContext;
  assert.equal(fediverseAccount(context, { language: 'ko' }), '@ko@news.example');
  assert.equal(fediverseAccount(context, { language: 'ar' }), '@post@news.example');
});
