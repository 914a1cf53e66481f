import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../../../tests/support/test-content-file.ts';
import { fediverseAccount, toHandle } from './follow-services.ts';
import type { ViewContext } from './view-context.ts';

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

test('names the account of an edition, else that of the default language', () => {
  const settings = testSettings(
    'languages: [en, ko]\nfollow: {mastodon: {en: "@post@news.example", ko: "@ko@news.example"}}',
  );
  const context = { settings } as ViewContext;
  assert.equal(fediverseAccount(context, { language: 'ko' }), '@ko@news.example');
  assert.equal(fediverseAccount(context, { language: 'ar' }), '@post@news.example');
});
