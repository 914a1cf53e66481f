import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTag } from './tag-context.ts';

type Parsed = [values: string[], named: Record<string, string>];

const tags: readonly [text: string, parsed: Parsed | undefined][] = [
  ['', [[], {}]],
  ['"a.png" "A bridge"', [['a.png', 'A bridge'], {}]],
  ['"a.png", "A bridge"', [['a.png', 'A bridge'], {}]],
  ['src="a.png" alt=\'A "bridge"\'', [[], { src: 'a.png', alt: 'A "bridge"' }]],
  ["src: 'a.png', alt: 'A bridge'", [[], { src: 'a.png', alt: 'A bridge' }]],
  ['figure.html src="a.png"', [['figure.html'], { src: 'a.png' }]],
  ['"say \\"so\\""', [['say "so"'], {}]],
  ['north 0a1b', [['north', '0a1b'], {}]],
  ['"a.png" ""A bridge""', undefined],
  ['"a.png', undefined],
];

for (const [text, parsed] of tags) {
  test(`${parsed ? 'parses' : 'rejects'} the arguments ${text || '(none)'}`, () => {
    const tag = parseTag(text);
    const got = tag && [tag.values, Object.fromEntries(tag.named)];
    assert.deepEqual(got, parsed);
  });
}
