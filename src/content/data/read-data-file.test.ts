import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { readDataFile } from './read-data-file.ts';

type Bytes = string | Uint8Array;

function read(bytes: Bytes) {
  return readDataFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, 'data.csv');
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

const tables: [what: string, bytes: Bytes, cells: string[][]][] = [
  [
    'commas',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'semicolons and commas before decimals',
    'a;b\n1,5;2,5\n',
    [
      ['a', 'b'],
      ['1,5', '2,5'],
    ],
  ],
  [
    'tabs',
    'a\tb\n1\t2, 3',
    [
      ['a', 'b'],
      ['1', '2, 3'],
    ],
  ],
  [
    'bars',
    'a|b\n1|2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a separator that is named',
    'sep=;\na;b,c\n1;2\n',
    [
      ['a', 'b,c'],
      ['1', '2'],
    ],
  ],
  ['one column', 'a\n1\n', [['a'], ['1']]],
  [
    'a byte order mark and Windows line ends',
    '\ufeffa,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'UTF-16 of a spreadsheet',
    utf16('도시\t수\r\n부산\t1\r\n'),
    [
      ['도시', '수'],
      ['부산', '1'],
    ],
  ],
  [
    'quotes, also with line breaks',
    'a,b\n"x, ""y""\nz",2\n',
    [
      ['a', 'b'],
      ['x, "y" z', '2'],
    ],
  ],
  [
    'rows and columns that are empty',
    'a,b,,\n,,,\n1,2,,\n\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'short rows',
    'a,b\n1\n',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  ['formulas and HTML as text', 'a\n=cmd()\n<b>x</b>\n', [['a'], ['=cmd()'], ['<b>x</b>']]],
  ['characters that nobody sees', 'a\nx\u202ey\u0007\n', [['a'], ['xy']]],
];

for (const [what, bytes, cells] of tables)
  test(`reads ${what}`, () => {
    const { table, problems } = read(bytes);
    assert.deepEqual(problems, []);
    assert.deepEqual([table?.head, ...(table?.rows.map((row) => row.cells) ?? [])], cells);
  });

test('counts lines across line breaks in quotes and empty lines', () => {
  const { table } = read('a,b\n"x\ny",1\n\nz,2\n');
  assert.deepEqual(
    table?.rows.map(({ line }) => line),
    [2, 5],
  );
});

const faults: [what: string, bytes: Bytes, problem: RegExp][] = [
  ['an empty file', '', /^data\.csv:1:1 .*got an empty file/u],
  ['a head alone', 'a,b\n', /got a head alone/u],
  [
    'more values than the head has',
    'a,b\n1,2\n1,2,3\n',
    /^data\.csv:3:1 .*at most 2 values.*got 3/u,
  ],
  ['an open quotation mark', 'a,b\n"x,2\ny,3\n', /got a quotation mark that is not closed/u],
  [
    '50,000 rows',
    `a,b\n${'1,2\n'.repeat(50_000)}`,
    /^data\.csv:1002:1 .*at most 1000 rows, got 50000/u,
  ],
  ['many columns', `${'a,'.repeat(31)}b\n1\n`, /at most 30 columns, got 32/u],
  ['Latin-1', Buffer.from('a\nGr\xfc\xdfe\n', 'latin1'), /expected UTF-8 text/u],
  ['a program', Buffer.from([77, 90, 0, 0, 1, 10]), /expected UTF-8 text/u],
];

for (const [what, bytes, problem] of faults)
  test(`does not read ${what}`, () => {
    const { table, problems } = read(bytes);
    assert.equal(table, undefined);
    assert.match(problems.map((one) => formatProblem(one)).join('\n'), problem);
  });
