import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rounds } from '../../tests/support/rounds.ts';
import { readSource } from './read-source.ts';

const front = '---\ntitle: T\ndate: 2026-01-01\n---\n';
const wordpress = (content: string) =>
  `<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>T</title><wp:post_date>2026-01-01 00:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><content:encoded><![CDATA[${content}]]></content:encoded></item></channel></rss>`;

/** A third of a length; all of it in `npm run test:long`. */
const scaled = (length: number) => Math.floor(rounds(length / 3, length));

/** Sources that need minutes, or all memory, if reading is not linear in their length. */
const sources: readonly [
  what: string,
  name: string,
  text: string,
  refused: RegExp | undefined,
][] = [
  [
    'a page of five million <',
    'a.html',
    `<!doctype html><title>T</title><p>${'<'.repeat(5_000_000)}`,
    /5000000 characters, more than 2000000/u,
  ],
  ['beginnings of shortcodes', 'a.md', front + '{{< '.repeat(scaled(60_000)), undefined],
  [
    'beginnings of galleries',
    'a.wxr',
    wordpress('[gallery '.repeat(scaled(25_000))),
    undefined,
  ],
  [
    'beginnings of captions',
    'a.wxr',
    wordpress('[caption x]'.repeat(scaled(25_000))),
    undefined,
  ],
  [
    'a listing with marks of code in each line',
    'a.md',
    `${front}{% highlight js %}\n${'`a`\n'.repeat(scaled(150_000))}{% endhighlight %}\n`,
    undefined,
  ],
  [
    'an element with many lines of Markdown',
    'a.md',
    `${front}<div markdown="1">\n${'  a\n'.repeat(scaled(150_000))}</div>\n`,
    undefined,
  ],
  [
    'a text in one paragraph of many lines',
    'a.txt',
    `date 2026-01-01\n${'a b\n'.repeat(scaled(200_000))}`,
    undefined,
  ],
  ['a post of many line ends', 'a.wxr', wordpress('a\n'.repeat(scaled(130_000))), undefined],
  [
    'empty lines before a text',
    'a.md',
    `${'\n'.repeat(500_000)}---\ntitle: T\ndate: 2026-01-01\n---\n`,
    undefined,
  ],
  ['lines of fields without an end', 'a.md', 'a: b\n'.repeat(90_000), /it has no date/u],
  ['a comment without an end', 'a.md', `<!-- ${'x --'.repeat(90_000)}`, /it has no date/u],
  [
    'JSON within JSON',
    'a.md',
    `{"title":"T","a":${'['.repeat(90_000)}${']'.repeat(90_000)}}\n`,
    /JSON: nesting of more than 100/u,
  ],
  [
    'TOML within TOML',
    'a.md',
    `+++\na=${'['.repeat(90_000)}\n+++\n`,
    /TOML: nesting of more than 100/u,
  ],
  [
    'YAML within YAML',
    'a.md',
    `---\na: ${'['.repeat(90_000)}\n---\n`,
    /YAML: nesting of more than 100/u,
  ],
];

for (const [what, source, text, refused] of sources)
  test(`reads in linear time: ${what}`, { timeout: scaled(120_000) }, async () => {
    const file = { source, url: `https://a.example/${source}`, bytes: Buffer.from(text) };
    const options = { pictures: false, timeZone: 'UTC' };
    const read = await readSource(file, options, undefined);
    const reason = read.refused[0]?.reason;
    if (refused === undefined) assert.deepEqual([read.drafts.length, reason], [1, undefined]);
    else assert.match(reason ?? '', refused);
  });
