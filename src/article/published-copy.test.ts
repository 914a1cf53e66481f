import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedCopy } from './published-copy.ts';

const front = '---\ntitle: A\n---\n';

const cases: readonly [name: string, copy: string, published: string][] = [
  [
    'a copy without notes, as it is',
    `${front}\nText.  \n\n*   item\n`,
    `${front}\nText.  \n\n*   item\n`,
  ],
  [
    'comments of YAML go, and signs in values stay',
    '---\n# ask the lawyer\ntitle: "A # B" # or C?\ntopics:\n  # not yet: X\n  - C# and F#\nsummary: |\n  # one\n  two\n---\nText.\n',
    '---\ntitle: "A # B"\ntopics:\n  - C# and F#\nsummary: |\n  # one\n  two\n---\nText.\n',
  ],
  [
    'comments of TOML go, and signs in values stay',
    '+++\n# ask\ntitle = "A # B" # or C?\ndate = 2026-01-06\n+++\nText.\n',
    '+++\ntitle = "A # B"\ndate = 2026-01-06\n+++\nText.\n',
  ],
  [
    'comments of HTML go, over empty lines too, and those in listings stay',
    `${front}One.\n\n<!-- two\n\nthree -->\n\nFour <!-- five -->six.\n\n\`<!-- a -->\`\n\n    <!-- b -->\n\n<!-- the rest\n\nseven\n`,
    `${front}One.\n\n\nFour six.\n\n\`<!-- a -->\`\n\n    <!-- b -->\n\n`,
  ],
  ['comments within HTML go', `${front}<div>a<!-- b -->c</div>\n`, `${front}<div>ac</div>\n`],
  [
    'definitions that nothing refers to go',
    `${front}[One][a] and a note[^n].\n\n[a]: https://a.example/\n[//]: # (ask again)\n[b]: https://b.example/\n\n[^n]: Kept.\n[^m]: Gone.\n`,
    `${front}[One][a] and a note[^n].\n\n[a]: https://a.example/\n\n[^n]: Kept.\n`,
  ],
  [
    'quoted text at the margin, which YAML does not allow, keeps its signs',
    '---\n# note\ntitle: "One\n# two"\n---\nText.\n',
    '---\ntitle: "One # two"\n---\nText.\n',
  ],
];

for (const [name, copy, published] of cases) {
  test(`a published copy: ${name}`, () => assert.equal(publishedCopy(copy), published));
}
