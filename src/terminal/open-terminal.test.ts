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
  expected: 'a',
  got: 'b',
};

/** What a terminal with these options prints of one text of each kind. */
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
  terminal.print('asked for');
  terminal.say('done');
  terminal.detail('how');
  terminal.warn('warned');
  terminal.problem(problem);
  for (clock = 0; clock <= 11_000; clock += 1000) terminal.progress(`at ${clock}`);
  terminal.note({ pages: 3 });
  return { out, error, report: terminal.report() };
}

const line = 'content/a.md:1:1  warning: date: expected a, got b';

test('without options, what was done and, every five seconds, what goes on', (t) => {
  const { out, error } = printed(t, {});
  assert.deepEqual(out, ['asked for', 'done', 'at 5000 …', 'at 10000 …']);
  assert.deepEqual(error, ['warned', line]);
});

test('--quiet leaves what was asked for and what is wrong', (t) => {
  const { out, error } = printed(t, { quiet: true });
  assert.deepEqual(out, ['asked for']);
  assert.deepEqual(error, ['warned', line]);
});

test('--verbose adds how', (t) => {
  assert.deepEqual(printed(t, { verbose: true }).out.slice(0, 3), ['asked for', 'done', 'how']);
});

test('--json keeps standard output for the report', (t) => {
  const { out, report } = printed(t, { json: true });
  assert.deepEqual(out, []);
  assert.deepEqual(report, { pages: 3, problems: [problem], messages: ['warned'] });
});
