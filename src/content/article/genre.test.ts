import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yamlFile } from '../../../tests/support/read-test-file.ts';

const expected =
  'a.md:3:7  kind: expected one of news, analysis, opinion, editorial, explainer, interview, review, obituary, factcheck, feature, live, sponsored, letter';
const unused = 'a.md:3:1  warning: type: expected a known field, got "type"; it is not used';

const cases: readonly [front: string, kind: string | undefined, ...lines: string[]][] = [
  ['kind: opinion', 'opinion'],
  ['kind: Fact-check', 'factcheck'],
  ['kind: Op-Ed', 'opinion'],
  ['kind: sponsored content', 'sponsored'],
  [
    'type: review',
    'review',
    'a.md:3:1  warning: type: expected the name `kind`, got "type"; it is read as `kind`',
  ],
  ['type: post', undefined, unused],
  ['type: [opinion]', undefined, unused],
  ['kind: opinoin', undefined, `${expected}, got "opinoin"; did you mean \`opinion\`?`],
  ['kind: obitt', undefined, `${expected}, got "obitt"; did you mean \`obituary\`?`],
  [
    'kind: Leitartikel',
    undefined,
    `${expected}, got "Leitartikel"; did you mean \`editorial\`?`,
  ],
  ['kind: 사설', undefined, `${expected}, got "사설"; did you mean \`editorial\`?`],
  ['kind: post', undefined, `${expected}, got "post"`],
  ['kind: [news]', undefined, `${expected}, got a list of 1`],
];

for (const [front, kind, ...lines] of cases) {
  test(`${front} is ${kind ?? 'no kind of work'}`, () => {
    const { fields, lines: reported } = yamlFile(`title: A\n${front}`);
    assert.equal(fields?.kind, kind);
    assert.deepEqual(reported, lines);
  });
}
