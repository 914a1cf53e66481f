import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followAddresses } from './follow-addresses.ts';

const cases: readonly [name: string, markdown: string, followed: string][] = [
  ['a link', 'See [*it*](b.md#part "T").', 'See [*it*](/2026/b/#part "T").'],
  ['a link in pointed brackets', '[it](<two words.md>)', '[it](/2026/two/)'],
  ['a link with escapes', '[it](b%20\\(1\\).md)', '[it](/2026/b1/)'],
  ['a name in Korean', '[그것](다리.md)을', '[그것](/2026/%EB%8B%A4%EB%A6%AC/)을'],
  ['a draft', 'See [a *draft*](draft.md) now.', 'See a *draft* now.'],
  ['a picture', '![A [b](c)](a.jpg "T")', '![A [b](c)](/assets/a.jpg "T")'],
  ['a linked picture', '[![A](a.jpg)](b.md)', '[![A](/assets/a.jpg)](/2026/b/)'],
  ['a missing picture', 'A ![boat](x.jpg) b', 'A boat b'],
  [
    'a reference',
    '[it][r] and [r].\n\n[r]: b.md "T"\n',
    '[it][r] and [r].\n\n[r]: /2026/b/ "T"\n',
  ],
  ['a reference to a draft', '[it][r] and [r].\n\n[r]: draft.md\n', 'it and r.\n\n\n'],
  [
    'HTML',
    '<a href="b.md" title="T">x</a> <img alt=A src=a.jpg>',
    '<a href="/2026/b/" title="T">x</a> <img alt=A src="/assets/a.jpg">',
  ],
  ['HTML to a draft', '<a href="draft.md">x</a>', '<a >x</a>'],
  [
    'what leads out of the publication',
    '[a](https://a.example/b.md) <me@a.example> [b](#part) ![c](//a.example/c.jpg)',
    '[a](https://a.example/b.md) <me@a.example> [b](#part) ![c](//a.example/c.jpg)',
  ],
  ['code', '`[a](b.md)`\n\n    [a](b.md)\n', '`[a](b.md)`\n\n    [a](b.md)\n'],
  [
    'a list and a quotation',
    '> - [a](b.md)\n>   ![b](a.jpg)\n',
    '> - [a](/2026/b/)\n>   ![b](/assets/a.jpg)\n',
  ],
];

const known: Readonly<Record<string, string>> = {
  'b.md#part': '/2026/b/#part',
  'b.md': '/2026/b/',
  'two words.md': '/2026/two/',
  'b%20(1).md': '/2026/b1/',
  '다리.md': '/2026/%EB%8B%A4%EB%A6%AC/',
  'a.jpg': '/assets/a.jpg',
};

for (const [name, markdown, followed] of cases)
  test(`follows ${name}`, () => {
    assert.equal(
      followAddresses(markdown, (address) => known[address]),
      followed,
    );
  });
