import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../../tests/support/create-random.ts';
import { rounds } from '../../../tests/support/rounds.ts';
import { readPost } from './read-post.ts';

/** Pieces of posts; `W` becomes a unique word, `H` a unique hidden one. */
const pieces: readonly string[] = [
  ...[
    'W',
    'W W',
    'W, W.',
    '“W”',
    '"W"',
    '**W**',
    '*W*',
    '~~W~~',
    '`W`',
    '\\W',
    '&amp; W',
    'W~',
  ],
  ...['[W](/x)', '[W](x.html "W")', '[W W](https://a.example/b)', '[W][ref]', '[ref]', '[W]()'],
  ...['![W](/a.jpg)', '![W](a.jpg "W")', '[![W](a.jpg)](/x)', '![W](https://a.example/a.jpg)'],
  ...[
    '"www.W.example"',
    '（www.W.example）',
    '—www.W.example',
    '<https://a.example/W>',
    'www.W.example',
  ],
  ...[
    'https://a.example/W',
    'W@a.example',
    ':https://a.example/W',
    '>www.W.example',
    '<W@a.example>',
  ],
  ...[
    '<a href="/x">W</a>',
    '<img src="a.jpg" alt="W">',
    '<b>W</b>',
    '<div>W</div>',
    '<a>W</a>',
  ],
  ...[
    '\n\n',
    '\n\n',
    '\n',
    '\n> W',
    '\n- W',
    '\n\n1. W',
    '\n\n## W\n\n',
    '\n\n| W | "www.W.example" |\n|--|--|\n| W |',
  ],
  ...[
    '\n\n```\nW [W](/x)\n```\n\n',
    '\n\n    W\n\n',
    '\n\n<div>\nW\n</div>\n\n',
    '  \nW',
    '[^1]',
    '\n\n[^1]: W\n\n',
  ],
  ...[
    '{{< tmp "W" >}}',
    '{{< tmp W="W" >}}',
    '{{% tmp W %}}',
    '{{< figure src="a.jpg" alt="W" caption="W" >}}',
  ],
  ...[
    '{{< notice >}}W{{< /notice >}}',
    '{{% quote %}}W W{{% /quote %}}',
    '{{< other >}}W{{< /other >}}',
  ],
  ...[
    '{% tmp W %}',
    '{{ "W" | relative_url }}',
    '{{ W }}',
    '{% raw %}W{% endraw %}',
    '{% include a.html t="W" %}',
  ],
  ...[
    '{::comment}H{:/comment}',
    '{% comment %}H{% endcomment %}',
    '{{% comment %}}H{{% /comment %}}',
    '{# H #}',
  ],
  ...[
    '[W]({{< tmp "W" >}})',
    '[W](https://a.example/{{ W }}/x)',
    '![W]({{ W }})',
    '[W]({% tmp W %})',
  ],
  '\n\n!!! note "W"\n    W\n\n    - W\n\n',
  '\n\n??? tip\n    W [W](/x)\n\n',
  '\n\n=== "W"\n\n    W\n\n',
  '\n\n:::tip W\nW\n:::\n\n',
  '\n\n::: info\nW\n\n::: note\nW\n:::\n:::\n\n',
  '\n\n> [!NOTE] W\n> W\n\n',
  '\n\nW\n: W W\n: W\n\n',
  '\n\nW\nW\n\n:   W\n\n    W\n\n',
  '\n\n<div markdown="1">\nW [W](/x)\n<div>W</div>\n</div>\n\n',
  '\n\n<div markdown="1">W</div> W\n\n',
  '\n\n## W {.a #b}\n\n',
  '{{< quote cite="W" link="https://a.example/W" heading="W" >}}\nW\n{{< /quote >}}',
  '{% blockquote W W %}W{% endblockquote %}',
  '{{< details "W" >}}W{{< /details >}}',
  '{{< notice warning "W" >}}W{{< /notice >}}',
  '{{< img src="name" alt="W" >}}',
  '{{</* W */>}}',
  ' %%H%% ',
  '<!-- H -->',
  '\n<!--\nH\n\nH\n-->\n',
  '{{/* H */}}',
  '{% # H %}',
  '{{!-- H --}}',
  '\n\n<div>\n<!-- H -->\nW\n</div>\n\n',
  ...['Wend', '|', '"', '(', ')', '[', ']', '!', '*', '_', '<', '>', '한국', '부두의 W가'],
];

interface Post {
  readonly body: string;
  readonly words: readonly string[];
  readonly hidden: readonly string[];
}

function createPost(seed: number): Post {
  const random = createRandom(seed);
  const words: string[] = [];
  const hidden: string[] = [];
  const name = (list: string[], sign: string) => {
    const word = `${sign}${list.length}z`;
    list.push(word);
    return word;
  };
  let body = 'First';
  for (let count = 1 + random(14); count > 0; count--) {
    const piece = pieces[random(pieces.length)] ?? '';
    body += random(4) === 0 ? '' : ' ';
    body += piece.replace(/W|H/gu, (sign) =>
      sign === 'W' ? name(words, 'q') : name(hidden, 'x'),
    );
  }
  return { body: `${body}\n\n[ref]: /x\n`, words, hidden };
}

/** How often each word occurs in a text. */
function countWords(text: string, words: readonly string[]): number[] {
  return words.map((word) => text.split(word).length - 1);
}

test('neither loses nor doubles a word of a post', async () => {
  for (let seed = 1; seed <= rounds(200, 1200); seed++) {
    const { body, words } = createPost(seed);
    const text = `---\ntitle: T\ndate: 2024-02-03\n---\n${body}`;
    const file = { source: 'a.md', path: '/s/a.md', bytes: Buffer.from(text) };
    const { drafts, refused } = await readPost(file, { pictures: false, timeZone: 'UTC' });
    assert.deepEqual(refused, [], body);
    const made = drafts[0]?.body ?? '';
    const counts = countWords(made, words);
    const wrong = words.filter((_, index) => counts[index] !== 1);
    assert.deepEqual(wrong, [], `seed ${seed}\n${body}\n=>\n${made}`);
  }
});

test('keeps comments hidden', async () => {
  for (let seed = 1; seed <= rounds(200, 1200); seed++) {
    const { body, hidden } = createPost(seed);
    if (hidden.length === 0) continue;
    const text = `---\ntitle: T\ndate: 2024-02-03\n---\n${body}`;
    const file = { source: 'a.md', path: '/s/a.md', bytes: Buffer.from(text) };
    const { drafts } = await readPost(file, { pictures: false, timeZone: 'UTC' });
    const made = drafts[0]?.body ?? '';
    const shown = hidden.filter((word) => made.includes(word));
    assert.deepEqual(shown, [], `seed ${seed}\n${body}\n=>\n${made}`);
  }
});
