import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RightsRow } from '../publication/edition/list-rights.ts';
import { rightsForms } from './check-rights.ts';

const row: RightsRow = {
  picture: 'quay.jpg',
  article: 'content/bridge.md',
  line: 7,
  language: 'en',
  place: 'text',
  limits: ['non-commercial', 'share-alike'],
  missing: [],
  advised: [],
};

const cells: readonly [value: string, cell: string][] = [
  ['Jane Roe', 'Jane Roe'],
  ['Roe, Jane', '"Roe, Jane"'],
  ['Jane "J" Roe', '"Jane ""J"" Roe"'],
  ['=1+1', `"'=1+1"`],
  ['=HYPERLINK("https://evil.example","x")', `"'=HYPERLINK(""https://evil.example"",""x"")"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['＝1', `"'＝1"`],
  ['a\nb', '"a\nb"'],
  ['김민아', '김민아'],
];

for (const [value, cell] of cells) {
  test(`formats ${JSON.stringify(value)} as ${cell} in CSV`, () => {
    const csv = rightsForms.csv([{ ...row, creator: value }]);
    assert.ok(csv.includes(`,text,${cell},`), csv);
  });
}

test('CSV has a byte order mark, a header, CRLF, and as many cells in each row as in the header', () => {
  const csv = rightsForms.csv([row, row]);
  assert.ok(csv.startsWith('\uFEFFpicture,article,line,'));
  const lines = csv.split('\r\n');
  assert.equal(lines.pop(), '');
  assert.deepEqual(
    lines.map((line) => line.split(',').length),
    [16, 16, 16],
  );
  assert.ok(csv.includes('non-commercial; share-alike'));
});

test('JSON contains the rows', () => {
  assert.deepEqual(JSON.parse(rightsForms.json([row])), [row]);
});

test('a table shows what is missing, and what is required only if possible', () => {
  const table = rightsForms.table([
    {
      ...row,
      creator: 'Jane Roe',
      source: 'Archive',
      licence: 'CC BY 3.0',
      advised: ['title'],
    },
    { ...row, missing: ['credit'] },
  ]);
  assert.match(
    table,
    /^quay\.jpg {2}content\/bridge\.md:7 {2}Jane Roe via Archive {2}CC BY 3\.0 {2}\(title\)$/m,
  );
  assert.match(table, /^quay\.jpg {2}content\/bridge\.md:7 {2}– +– +credit$/m);
  assert.match(table, /^2 uses of pictures, 1 incomplete/m);
});

test('a table contains no control characters or marks of direction', () => {
  const table = rightsForms.table([
    { ...row, creator: '\u001b[2Jx\u0007\u202ey\r\n', title: 'x' },
  ]);
  assert.doesNotMatch(table.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
});

test('wide characters take two columns', () => {
  const table = rightsForms.table([
    { ...row, creator: '김민아' },
    { ...row, creator: 'Kim MA' },
  ]);
  const [, korean = '', latin = ''] = table.split('\n');
  assert.equal(korean.indexOf('–'), latin.indexOf('–') - 3);
});
