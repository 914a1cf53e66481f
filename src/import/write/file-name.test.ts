import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileNameOf } from './file-name.ts';

const names: readonly [title: string, name: string][] = [
  ['A Bridge for Seoul', 'a-bridge-for-seoul'],
  ['It’s “new”: 3.5 % more…', 'its-new-3-5-more'],
  ['서울의 다리', '서울의-다리'],
  ['../../etc/passwd', 'etc-passwd'],
  ['_imports', 'imports'],
  ['README', 'article-readme'],
  ['index', 'article-index'],
  ['---', 'article'],
  ['🙂', 'article'],
  ['bridge.ko', 'bridge-ko'],
  [`${'word '.repeat(60)}`, Array(24).fill('word').join('-')],
];

for (const [title, name] of names) {
  test(`names the file of ${JSON.stringify(title.slice(0, 30))} ${name.slice(0, 30)}`, () => {
    assert.equal(fileNameOf({ fields: { title } }), name);
  });
}

test('keeps the file name of a source', () => {
  assert.equal(
    fileNameOf({ fields: { title: 'A' }, name: '2014-03-12-Soon.ko' }),
    '2014-03-12-Soon.ko',
  );
});
