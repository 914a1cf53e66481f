import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitHtml } from './split-html.ts';

test('separates style sheets and scripts from a document, but not data', () => {
  const html =
    '<style nonce="x">a{}</style><script>f()</script><script type=module>g("$&")</script>' +
    '<script src="/a.js"></script><script type="application/ld+json">{}</script><p>B</p>';
  assert.deepEqual(splitHtml(html), {
    css: 'a{}',
    js: 'f()\ng("$&")',
    withoutJs:
      '<style nonce="x">a{}</style><script></script><script type=module></script>' +
      '<script src="/a.js"></script><script type="application/ld+json">{}</script><p>B</p>',
    rest:
      '<style nonce="x"></style><script></script><script type=module></script>' +
      '<script src="/a.js"></script><script type="application/ld+json">{}</script><p>B</p>',
  });
});

test('does not change a document without either', () => {
  assert.deepEqual(splitHtml('<p>A</p>'), {
    css: '',
    js: '',
    withoutJs: '<p>A</p>',
    rest: '<p>A</p>',
  });
});
