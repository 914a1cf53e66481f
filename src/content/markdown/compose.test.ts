import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compose } from './characters.ts';
import { renderMarkdown } from './render-markdown.ts';
import { testOptions } from './test-options.ts';

test('letters of several characters become one, ideographs stay', () => {
  assert.equal(compose('cafe\u0301 \u1112\u1161\u11ab'), 'café 한');
  assert.equal(compose('\uFA19 \uFA10\u0301'), '\uFA19 \uFA10\u0301');
});

test('words of a text are in NFC, its addresses as written', () => {
  const decomposed = '서울 café'.normalize('NFD');
  const { copy } = renderMarkdown(
    `${decomposed} \uFA19\n\n[${decomposed}](https://a.example/${'é'.normalize('NFD')}) ![${decomposed}](a.jpg)`,
    testOptions,
  );
  assert.equal(copy.text, '서울 café \uFA19\n\n서울 café');
  assert.ok(copy.html.join('').includes('https://a.example/e%CC%81'), copy.html.join(''));
  const [picture] = copy.references;
  assert.equal(picture?.kind === 'picture' && picture.alt, '서울 café');
});
