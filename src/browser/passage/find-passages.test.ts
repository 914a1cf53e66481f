import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPassages } from './find-passages.ts';
import { createSearchedText } from './searched-text.ts';
import type { TextDirective } from './text-directive.ts';

const text =
  'The bridge stays.\nA bridge is no bridgehead. The bridge stays open, Zoë.\nThe end';

const cases: readonly [directive: TextDirective, found: readonly string[]][] = [
  [{ textStart: 'bridge' }, ['bridge', 'bridge', 'bridge']],
  [{ textStart: 'ridge' }, []],
  [{ textStart: 'THE  BRIDGE' }, ['The bridge', 'The bridge']],
  [{ textStart: 'zoe' }, ['Zoë']],
  [{ textStart: 'stays. A' }, []],
  [{ textStart: 'A', prefix: 'stays.' }, ['A']],
  [{ textStart: 'stays', suffix: 'open' }, ['stays']],
  [{ textStart: 'open,', suffix: 'Zoe. The' }, []],
  [{ textStart: 'head', prefix: 'no bridge' }, ['head']],
  [{ textStart: 'no bridge', suffix: 'head' }, ['no bridge']],
  [{ textStart: 'A bridge', textEnd: 'The' }, ['A bridge is no bridgehead. The']],
  [
    { textStart: 'stays', textEnd: 'The', suffix: 'end' },
    [
      'stays.\nA bridge is no bridgehead. The bridge stays open, Zoë.\nThe',
      'stays open, Zoë.\nThe',
    ],
  ],
  [{ textStart: 'end', textEnd: 'bridge' }, []],
  [{ textStart: ' ' }, []],
];
for (const [directive, found] of cases) {
  test(`${JSON.stringify(directive)} matches ${found.length} passages`, () => {
    const passages = [...findPassages(createSearchedText(text, 'en'), directive)];
    assert.deepEqual(
      passages.map(([from, to]) => text.slice(from, to)),
      found,
    );
  });
}
