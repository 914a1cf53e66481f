import assert from 'node:assert/strict';
import { test } from 'node:test';
import { truncate, truncateBytes, truncateSentences, truncateWords } from './truncate.ts';

const cases: readonly [how: typeof truncate, text: string, max: number, truncated: string][] = [
  [truncate, 'bridge', 6, 'bridge'],
  [truncate, 'bridges', 6, 'bridg…'],
  [truncate, 'the bridge', 5, 'the…'],
  [truncate, '🌉🌉🌉', 3, '🌉🌉🌉'],
  [truncate, '🌉🌉🌉🌉', 3, '🌉🌉…'],
  [truncateWords, 'The bridge stays open', 21, 'The bridge stays open'],
  [truncateWords, 'The bridge stays open', 20, 'The bridge stays…'],
  [truncateWords, 'a'.repeat(50), 40, `${'a'.repeat(39)}…`],
  [truncateBytes, 'bridge', 6, 'bridge'],
  [truncateBytes, 'brücke', 3, 'br'],
  [truncateBytes, 'brücke', 4, 'brü'],
  [truncateBytes, '🌉🌉', 7, '🌉'],
];
for (const [how, text, max, truncated] of cases)
  test(`${how.name} cuts "${text}" to ${max}`, () => assert.equal(how(text, max), truncated));

for (const [language, text, max, truncated] of [
  [
    'de',
    'Die Brücke bleibt. Der Rat hat es beschlossen.',
    46,
    'Die Brücke bleibt. Der Rat hat es beschlossen.',
  ],
  ['de', 'Die Brücke bleibt. Der Rat tagt.', 30, 'Die Brücke bleibt.'],
  [
    'de',
    'Die Brücke, die der Rat am 6. Januar erhalten wollte, bleibt nun doch stehen.',
    60,
    'Die Brücke, die der Rat am 6. Januar erhalten wollte…',
  ],
  [
    'de',
    'Die Brücke bleibt stehen – und der Rat hat nichts davon gewusst.',
    44,
    'Die Brücke bleibt stehen…',
  ],
  [
    'de',
    'Ja. Die Brücke bleibt auch im nächsten Jahr noch stehen.',
    40,
    'Ja. Die Brücke bleibt auch im nächsten…',
  ],
  ['ja', '橋は残る。市議会が決めた。', 8, '橋は残る。'],
  ['ja', '橋は残るが、市議会はまだ何も決めていない。', 10, '橋は残るが…'],
  ['ko', '다리는 남는다. 시의회가 결정했다.', 12, '다리는 남는다.'],
  ['ar', 'الجسر باق، لكن المجلس لم يقرر بعد شيئا', 16, 'الجسر باق…'],
  ['en', 'a'.repeat(50), 40, `${'a'.repeat(39)}…`],
] as const)
  test(`truncateSentences cuts "${text}" to ${max}`, () =>
    assert.equal(truncateSentences(text, max, language), truncated));
