import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOldPath } from './old-path.ts';

const cases: readonly (readonly [string, string | undefined])[] = [
  ['/old/address/', '/old/address/'],
  ['/old.html', '/old.html'],
  [' /old ', '/old'],
  ['/', '/'],
  ['/index.html', '/'],
  ['/old/index.html', '/old/'],
  ['/old/Index.HTML', '/old/'],
  ['/old/index.htm', '/old/index.htm'],
  ['/my-index.html', '/my-index.html'],
  ['/index.html/', '/index.html/'],
  ['/한국/', '/한국/'],
  ['/%ED%95%9C%EA%B5%AD/', '/한국/'],
  ['/e\u0301/', '/é/'],
  ["/it's/(a)/a:b/", "/it's/(a)/a:b/"],
  ['old/', undefined],
  ['', undefined],
  ['//host/', undefined],
  ['/%2Fhost/', undefined],
  ['/a%2fb/', undefined],
  ['https://a.example/old/', undefined],
  ['/a?b', undefined],
  ['/a#b', undefined],
  ['/a\\b', undefined],
  ['/../a/', undefined],
  ['/%2e%2e/a/', undefined],
  ['/./a/', undefined],
  ['/a b/', '/a b/'],
  ['/a%20b/', '/a b/'],
  ['/a /', undefined],
  ['/a%20', undefined],
  ['/a\u00a0b/', undefined],
  ['/a\r\n/b/', undefined],
  ['/a%0d%0aX: y/', undefined],
  ['/a%00/', undefined],
  ['/\u202ea/', undefined],
  ['/%E0%80/', undefined],
  ['/100%/', undefined],
  ['/100%25/', '/100%/'],
  ['/*', undefined],
  ['/<b>/', undefined],
  [`/${'a'.repeat(255)}/`, `/${'a'.repeat(255)}/`],
  [`/${'a'.repeat(256)}/`, undefined],
  [`/${'한'.repeat(86)}/`, undefined],
];

for (const [written, path] of cases) {
  test(`parses the old address ${JSON.stringify(written.slice(0, 40))}`, () =>
    assert.equal(parseOldPath(written), path));
}
