import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestContextOptions, testContext } from '../../../tests/support/feed-context.ts';
import { testContentFile } from '../../../tests/support/test-content-file.ts';
import type { ContentFile } from '../../content/article/content-file.ts';
import { createNotices } from './create-notices.ts';

function notices(files: readonly ContentFile[], options?: TestContextOptions) {
  return new Map(
    createNotices(testContext(files, options)).map(({ address, text }) => [address, text]),
  );
}

test('robots.txt allows everything and names the sitemaps', () => {
  assert.equal(
    notices([]).get('/robots.txt'),
    'User-agent: *\nAllow: /\n\nSitemap: https://news.example/sitemap-index.xml\nSitemap: https://news.example/news-sitemap.xml\n',
  );
  const { siteUrl: _, ...context } = testContext([]);
  const [robots] = createNotices(context);
  assert.equal(robots?.text, 'User-agent: *\nAllow: /\n');
});

test('robots.txt below a base path says that crawlers do not read it there', () => {
  const text = notices([], { basePath: '/news/' }).get('/robots.txt') ?? '';
  assert.match(text, /^# Crawlers read \/robots\.txt of the origin, not this file/u);
  assert.match(text, /Sitemap: https:\/\/news\.example\/news\/sitemap-index\.xml/u);
});

test('llms.txt lists the newest articles by edition, with Markdown characters escaped', () => {
  const files = [
    testContentFile('a.md', { title: 'A [b](c) *d*', summary: 'One\ntwo <x>.' }),
    testContentFile('a.ko.md', { title: '다리', date: '' }),
  ];
  const text = notices(files).get('/llms.txt') ?? '';
  assert.match(text, /^# Test\n\n/u);
  assert.match(
    text,
    /## English\n\n- \[A \\\[b\\\]\(c\) \\\*d\\\*\]\(https:\/\/news\.example\/2026\/01\/06\/a\.md\): 2026-01-06\. One two \\<x\\>\.\n/u,
  );
  assert.match(
    text,
    /## 한국어\n\n- \[다리\]\(https:\/\/news\.example\/ko\/2026\/01\/06\/a\.md\)/u,
  );
  const pages = notices(files, { yaml: 'languages: [en, ko]\nextras: []' }).get('/llms.txt');
  assert.match(pages ?? '', /\(https:\/\/news\.example\/2026\/01\/06\/a\/\)/u);
});

test('security.txt exists only if publication.yaml has `security`', () => {
  assert.equal(notices([]).get('/.well-known/security.txt'), undefined);
  const yaml = [
    'languages: [en]',
    'security:',
    '  contact: [security@news.example, "https://news.example/report/"]',
    '  expires: 2027-01-31',
    '  policy: https://news.example/policy/',
  ].join('\n');
  assert.equal(
    notices([], { yaml }).get('/.well-known/security.txt'),
    [
      'Contact: mailto:security@news.example',
      'Contact: https://news.example/report/',
      'Expires: 2027-01-31T00:00:00Z',
      'Preferred-Languages: en',
      'Canonical: https://news.example/.well-known/security.txt',
      'Policy: https://news.example/policy/',
      '',
    ].join('\n'),
  );
});
