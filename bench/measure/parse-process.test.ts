import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseProcess, selectFamily } from './parse-process.ts';

test('parses a stat line, also if the name of the command has spaces and parentheses', () => {
  const cases: [string, ReturnType<typeof parseProcess>][] = [
    [
      '7 (node) S 3 7 5 0 -1 4194304 98 0 0 0 11 12 250 150 20 0 1 0',
      { pid: 7, parent: 3, session: 5, ownSeconds: 0.23, childrenSeconds: 4 },
    ],
    [
      '8 (a) b (c) R 7 7 5 0 -1 4194304 98 0 0 0 0 100 0 5 20 0 1 0',
      { pid: 8, parent: 7, session: 5, ownSeconds: 1, childrenSeconds: 0.05 },
    ],
    ['', undefined],
    ['7 (node) S 3', undefined],
  ];
  for (const [stat, process] of cases) assert.deepEqual(parseProcess(stat), process);
});

test('the family is the session, and children in other sessions', () => {
  const one = (pid: number, parent: number, session: number) => ({
    ...{ pid, parent, session },
    ...{ ownSeconds: 0, childrenSeconds: 0 },
  });
  const processes = [
    one(1, 0, 1),
    one(12, 11, 12),
    one(10, 1, 10),
    one(11, 10, 10),
    one(13, 1, 10),
    one(14, 1, 14),
  ];
  const pids = selectFamily(processes, 10).map(({ pid }) => pid);
  assert.deepEqual(pids.sort(), [10, 11, 12, 13]);
});
