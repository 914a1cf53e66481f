import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { openTerminal, type TerminalOptions } from './open-terminal.ts';

const plain: TerminalOptions = { quiet: false, verbose: false, json: false };
const problem = {
  severity: 'warning' as const,
  file: 'content/a.md',
  line: 1,
  column: 1,
  field: 'date',
  message: 'expected a, got b',
};

/** Prints one text of each kind on a terminal with these options. */
function printed(t: TestContext, options: Partial<TerminalOptions>) {
  const [out, error]: [string[], string[]] = [[], []];
  t.mock.method(console, 'log', (text: string) => out.push(text));
  t.mock.method(console, 'error', (text: string) => error.push(text));
  let clock = 0;
  const terminal = openTerminal(
    { ...plain, ...options },
    () => undefined,
    () => clock,
  );
  terminal.print('result');
  terminal.info('done');
  terminal.stage('stage');
  terminal.warn('warned');
  terminal.problem(problem);
  const total = 31_000;
  for (clock = 0; clock <= total; clock += 1000)
    terminal.progress('Pages', { done: clock, total });
  // A quick task.
  for (const done of [0, 1, 2]) terminal.progress('Cards', { done, total: 2 });
  clock += 60_000;
  for (const done of [1, 2]) terminal.progress('Cards', { done, total: 2, more: ' again' });
  terminal.addFacts({ pages: 3 });
  return { out, error, report: terminal.report() };
}

const line = 'content/a.md:1:1  warning: date: expected a, got b';

test('without options, prints results, information, and the progress of a long task every ten seconds', (t) => {
  const { out, error } = printed(t, {});
  assert.deepEqual(out, [
    ...['result', 'done', 'stage'],
    ...['Pages: 10000 of 31000 …', 'Pages: 20000 of 31000 …', 'Pages: 30000 of 31000 …'],
    'Pages: 31000 of 31000',
  ]);
  assert.deepEqual(error, ['warned', line]);
});

test('--quiet prints only results and problems', (t) => {
  const { out, error } = printed(t, { quiet: true });
  assert.deepEqual(out, ['result']);
  assert.deepEqual(error, ['warned', line]);
});

test('a terminal shows stages only with --verbose, and the time left', (t) => {
  const { isTTY } = process.stderr;
  t.after(() => Object.assign(process.stderr, { isTTY }));
  Object.assign(process.stderr, { isTTY: true });
  assert.deepEqual(printed(t, {}).out, ['result', 'done']);
  assert.deepEqual(printed(t, { verbose: true }).out, ['result', 'done', 'stage']);
  const shown: string[] = [];
  let clock = 0;
  const terminal = openTerminal(
    plain,
    (text) => shown.push(text),
    () => clock,
  );
  for (clock = 1000; clock <= 5000; clock += 1000)
    terminal.progress('Cards', { done: clock / 100, total: 100 });
  clock += 1000;
  terminal.progress('Pages', { done: 3, total: 9 });
  assert.deepEqual(shown, [
    'Cards: 10 of 100',
    'Cards: 20 of 100',
    'Cards: 30 of 100, 7 s left',
    'Cards: 40 of 100, 6 s left',
    'Cards: 50 of 100, 5 s left',
    'Pages: 3 of 9',
  ]);
});

test('--json reserves standard output for the report', (t) => {
  const { out, report } = printed(t, { json: true });
  assert.deepEqual(out, []);
  assert.deepEqual(report, { pages: 3, problems: [problem], messages: ['warned'] });
});
