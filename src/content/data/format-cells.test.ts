import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCells } from './format-cells.ts';
import { readDataFile } from './read-data-file.ts';

const tables: [what: string, csv: string, language: string, cells: string[][]][] = [
  [
    'decimals',
    'a;b\nx;1200,5\ny;3\n',
    'en',
    [
      ['x', '1,200.5'],
      ['y', '3'],
    ],
  ],
  [
    'groups',
    'a,b\nx,1234567.25\ny,-2\n',
    'de',
    [
      ['x', '1.234.567,25'],
      ['y', '-2'],
    ],
  ],
  [
    'missing values',
    'a,b\nx,n/a\ny,12345\n',
    'fr',
    [
      ['x', 'n/a'],
      ['y', '12\u202f345'],
    ],
  ],
  [
    'years',
    'a,b,c\nx,2024,7\ny,2025,12000\n',
    'en',
    [
      ['x', '2024', '7'],
      ['y', '2025', '12,000'],
    ],
  ],
  [
    'units',
    'a,b\nx,12000 %\ny,$5\n',
    'en',
    [
      ['x', '12000 %'],
      ['y', '$5'],
    ],
  ],
  [
    'names of rows',
    'a,b\n10000,1\n20000,2\n',
    'en',
    [
      ['10000', '1'],
      ['20000', '2'],
    ],
  ],
  ['digits', 'a,b\nx,12000\n', 'ar', [['x', '12,000']]],
];

for (const [what, csv, language, cells] of tables)
  test(`formats a table with ${what} in ${language}`, () => {
    const { table } = readDataFile(Buffer.from(csv), 'd.csv');
    assert.ok(table);
    assert.deepEqual(formatCells(table, language), cells);
  });
