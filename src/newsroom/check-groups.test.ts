import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePublication } from '../content/settings/publication-settings.ts';
import { formatProblem } from '../system/problems/format-problem.ts';
import { checkGroups } from './check-settings.ts';

const cases: readonly [yaml: string, problems: readonly string[]][] = [
  ['topics: [Ports, {en: Quays, ko: 항구}]', []],
  ['sections: [Ports]\ntopics: [Ports]', []],
  [
    'topics: [Q&A, Q/A]',
    [
      'content/publication.yaml:1:15  topics.1: expected a name with an address of its own, got "Q/A"; it shares the address of "Q&A"; tell them apart in words',
    ],
  ],
  [
    'sections:\n  - {en: Arts & Life}\n  - {name: {en: Arts Life, ko: 예술}}',
    [
      'content/publication.yaml:3:5  sections.1: expected a name with an address of its own, got "Arts Life"; it shares the address of "Arts & Life"; tell them apart in words',
    ],
  ],
];
for (const [yaml, expected] of cases) {
  test(`${JSON.stringify(yaml)} has ${expected.length} groups that share an address`, () => {
    const read = parsePublication(yaml, 'content/publication.yaml', 'daily');
    assert.deepEqual(
      checkGroups({ ...read, file: 'content/publication.yaml' }).map(formatProblem),
      expected,
    );
  });
}
