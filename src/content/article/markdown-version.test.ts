import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toMarkdownVersion } from './markdown-version.ts';

const front = '---\ntitle: A\n---\n';

const cases: readonly [name: string, source: string, published: string][] = [
  [
    'a file without notes, unchanged',
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
  [
    'comments in descriptions and titles go',
    `${front}![A <!-- b --> c](/d.jpg "E <!-- f -->") and [g](/h "i <!-- j --> k")\n`,
    `${front}![A  c](/d.jpg "E ") and [g](/h "i  k")\n`,
  ],
  ['comments within HTML go', `${front}<div>a<!-- b -->c</div>\n`, `${front}<div>ac</div>\n`],
  [
    'hidden comments of other programs go, and those in listings stay',
    `${front}One %%two%%.\n\n%%\nthree\n\nfour\n%%\n\n{::comment}\nfive\n{:/comment}\nSix \`{/* a */}\`.\n`,
    `${front}One .\n\n\nSix \`{/* a */}\`.\n`,
  ],
  [
    'definitions that nothing refers to go',
    `${front}[One][a] and a note[^n].\n\n[a]: https://a.example/\n[//]: # (ask again)\n[b]: https://b.example/\n\n[^n]: Kept.\n[^m]: Gone.\n`,
    `${front}[One][a] and a note[^n].\n\n[a]: https://a.example/\n\n[^n]: Kept.\n`,
  ],
  [
    'hidden comments of fields go',
    '---\ntitle: "A <!-- ask --> B"\nsummary: One %%two%% three\ntopics: ["{# ask #}", C]\n---\nText.\n',
    '---\ntitle: "A  B"\nsummary: One  three\ntopics: ["", C]\n---\nText.\n',
  ],
  [
    'hidden comments of fields are removed',
    '---\ntitle: "A"\nsummary: |\n  One\n  <!-- ask\n\n  again -->\n  two\nsource: {name: "Post%%\\u0041%%"}\n---\nText.\n',
    '---\ntitle: "A"\nsummary: |\n  One\n  two\nsource: {name: "Post"}\n---\nText.\n',
  ],
  [
    'hidden comments of fields in TOML go',
    '+++\ntitle = "A {# ask #}"\n+++\nText.\n',
    '+++\ntitle = "A "\n+++\nText.\n',
  ],
  [
    'quoted text at the margin, which YAML does not allow, keeps its signs',
    '---\n# note\ntitle: "One\n# two"\n---\nText.\n',
    '---\ntitle: "One # two"\n---\nText.\n',
  ],
];

for (const [name, source, published] of cases) {
  test(`Markdown version: ${name}`, () => assert.equal(toMarkdownVersion(source), published));
}

const known: Readonly<Record<string, string>> = {
  './a.jpg': 'https://post.example/assets/a.jpg',
  'b.md': 'https://post.example/b/',
};
const pictures: readonly [name: string, fields: string, published: string][] = [
  ['in a line', 'image: ./a.jpg', 'image: "https://post.example/assets/a.jpg"'],
  [
    'in lines of its own',
    'image:\n  file: "./a.jpg"\n  alt: ./a.jpg',
    'image:\n  file: "https://post.example/assets/a.jpg"\n  alt: ./a.jpg',
  ],
  [
    'in braces',
    'image: {file: ./a.jpg, alt: A}',
    'image: {file: "https://post.example/assets/a.jpg", alt: A}',
  ],
  ['that is another one', 'image: ./b.jpg', 'image: ./b.jpg'],
];

for (const [name, fields, published] of pictures) {
  test(`Markdown version with the address of the featured picture: ${name}`, () =>
    assert.equal(
      toMarkdownVersion(`---\n${fields}\n---\n[b](b.md) and [c](c.md)\n`, {
        follow: (address) => known[address],
        image: './a.jpg',
      }),
      `---\n${published}\n---\n[b](https://post.example/b/) and c\n`,
    ));
}

const inherited: readonly [name: string, front: string, published: string][] = [
  ['as a line', '---\ntitle: A\n---', '---\nkind: letter\ntitle: A\n---'],
  [
    'in TOML',
    '+++\ntitle = "A"\n[source]\nname = "B"\n+++',
    '+++\nkind = "letter"\ntitle = "A"\n[source]\nname = "B"\n+++',
  ],
  ['in braces', '---\n{"title": "A"}\n---', '---\nkind: letter\ntitle: A\n---'],
  [
    'unless it is there',
    '---\ntitle: A\nkind: Letter\n---',
    '---\ntitle: A\nkind: Letter\n---',
  ],
  [
    'unless it has another name',
    '---\ntitle: A\ntype: letter\n---',
    '---\ntitle: A\ntype: letter\n---',
  ],
];

for (const [name, front, published] of inherited) {
  test(`Markdown version with an inherited kind of work: ${name}`, () =>
    assert.equal(
      toMarkdownVersion(`${front}\nText.\n`, { genre: 'letter' }),
      `${published}\nText.\n`,
    ));
}
