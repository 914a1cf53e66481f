import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile } from '../../../tests/support/test-content-file.ts';
import { checkAuthors } from './check-authors.ts';

function curesOf(name: string): (string | undefined)[] {
  const file = testContentFile('a.md', { authors: [{ name }] });
  return checkAuthors(file).map(({ cure }) => cure);
}

for (const [name, cure] of [
  ['Jane Roe and John Doe', 'write `authors: [Jane Roe, John Doe]`'],
  ['Jane Roe, John Doe', 'write `authors: [Jane Roe, John Doe]`'],
  ['Éva Groß und Max Müller', 'write `authors: [Éva Groß, Max Müller]`'],
  ['Léa Dupont et Jean-Luc Petit', 'write `authors: [Léa Dupont, Jean-Luc Petit]`'],
  ['Ana Díaz y Luis Pérez', 'write `authors: [Ana Díaz, Luis Pérez]`'],
  ['홍길동·김철수 기자', 'write `authors: [홍길동, 김철수]`'],
  ['홍길동, 김철수', 'write `authors: [홍길동, 김철수]`'],
  ['山田太郎、鈴木花子', 'write `authors: [山田太郎, 鈴木花子]`'],
  ['李华，王明', 'write `authors: [李华, 王明]`'],
  ['By Jane Roe', 'pages print “By” themselves; write `Jane Roe`'],
] as const)
  test(`warns about an author that is not one person's name: ${name}`, () => {
    assert.deepEqual(curesOf(name), [cure]);
  });

test('accepts names of persons and firms', () => {
  for (const name of [
    'Jane Roe',
    'José Ortega y Gasset',
    'O’Brien & Sons',
    'Ministry of Food and Drug Safety',
    'Reuters and agencies',
    'Martin Luther King, Jr.',
    '约翰·史密斯',
    'ジョン・スミス',
    '홍길동 기자',
    '연합뉴스',
    'Byron Green',
  ])
    assert.deepEqual(curesOf(name), [], name);
});
