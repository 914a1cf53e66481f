import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOptions } from '../../../tests/support/markdown-options.ts';
import { randomMarkdown } from '../../../tests/support/random-markdown.ts';
import { rounds } from '../../../tests/support/rounds.ts';
import { fillReferences } from './fill-references.ts';
import { type RenderedMarkdown, renderMarkdown } from './render-markdown.ts';
import { sanitiserPolicy } from './sanitiser-policy.ts';

const parsers = ['fast', 'reference'] as const;

function render(markdown: string): RenderedMarkdown {
  return renderMarkdown(markdown, testOptions).rendered;
}

test('references have positions in lines of the file', () => {
  const markdown = `한국 😀 [one](/1)

> - [two](/2) and ![three](3.jpg)
>
>   *x* [four][r]

<p>raw <a href="/5">five</a>
<img src="6.jpg"></p>

| a | b |
|---|---|
| c | [seven](/7) |

Note[^1].

[r]: /4
[^1]: [eight](/8)
`;
  const expected = [
    ['/1', 11, 7],
    ['/2', 13, 5],
    ['3.jpg', 13, 19],
    ['/4', 15, 9],
    ['/5', 17, 8],
    ['6.jpg', 18, 1],
    ['/7', 22, 7],
    ['/8', 27, 7],
  ];
  for (const parser of parsers) {
    const { rendered } = renderMarkdown(markdown, { ...testOptions, firstLine: 11, parser });
    assert.deepEqual(
      rendered.references.flatMap((reference) =>
        'address' in reference ? [[reference.address, reference.line, reference.column]] : [],
      ),
      expected,
    );
  }
});

test('a slot is a whole attribute of a link, a whole element of a picture', () => {
  const { html, references } = render('[a](/b "t") ![c](d.jpg)');
  assert.deepEqual(
    references.map(({ kind }) => kind),
    ['link', 'picture'],
  );
  assert.match(
    fillReferences(html, (index) => (index === 0 ? ' href="/x/"' : '<img src="/y">')),
    /^<p id="p-\w+"><a href="\/x\/" title="t">a<\/a> <img src="\/y"><\/p>$/u,
  );
  assert.match(
    fillReferences(html, () => ''),
    /^<p id="p-\w+">a <\/p>$/u,
  );
});

test('marks only the first picture as first', () => {
  const pictures = render('![](a.jpg) ![](b.jpg)').references.filter(
    ({ kind }) => kind === 'picture',
  );
  assert.deepEqual(
    pictures.map((picture) => 'first' in picture && picture.first),
    [true, false],
  );
});

test('returns the visible text, and its first paragraph as the lede', () => {
  const { text, lede } = render(`## Heading

> "Quoted"

First "para"[^1]
over *two* lines.

| a | b |
|---|---|
| c | d |

\`\`\`
code  here
\`\`\`

![no words](a.jpg "Caption")

[^1]: Note.
`);
  assert.equal(lede, 'First “para” over two lines.');
  assert.equal(
    text,
    'Heading\n\n“Quoted”\n\nFirst “para” over two lines.\n\na b\n\nc d\n\ncode  here\n\nCaption\n\nNotes\n\nNote.',
  );
});

test('the lede is a sentence, not a heading in bold, a table or a list', () => {
  const { lede } = render(
    '**Where**\n\n| a | b |\n|---|---|\n| c | d |\n\n- One\n- Two\n\nThe **first** boat.',
  );
  assert.equal(lede, 'The first boat.');
  assert.equal(render('**Where**\n\n- One').lede, 'Where');
});

test('uses the quotation marks of the language of the article', () => {
  const quotes = { double: ['«\u202f', '\u202f»'], single: ['‹\u202f', '\u202f›'] } as const;
  const { rendered } = renderMarkdown('Il dit "*oui*".', {
    ...testOptions,
    language: 'fr',
    quotes,
  });
  assert.equal(rendered.lede, 'Il dit «\u202foui\u202f».');
});

test('lists every id once', () => {
  for (let seed = 0; seed < rounds(80, 300); seed++) {
    const { html, ids } = render(randomMarkdown(seed * 31 + 7, 12));
    const found = [...html.join('').matchAll(/<[a-z0-9]+[^>]*? id="([^"]*)"/gu)];
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(found.length, ids.length);
  }
});

test('the result is plain JSON', () => {
  const rendering = renderMarkdown(
    '# a\n\n[b](c)[^1] <a href="javascript:x">d</a>\n\n[^1]: e',
    testOptions,
  );
  assert.deepEqual(JSON.parse(JSON.stringify(rendering)), rendering);
});

const tags = new Set<string>([...sanitiserPolicy.tagNames, 'label']);
const hostile = [
  '<script>',
  '</script>',
  '<style>',
  '</style>',
  '<svg>',
  '</svg>',
  '<math>',
  '<mtext>',
  '<mglyph>',
  '<table>',
  '<td>',
  '<select>',
  '<option>',
  '<template>',
  '</template>',
  '<noscript>',
  '<textarea>',
  '</textarea>',
  '<title>',
  '<xmp>',
  '<plaintext>',
  '<iframe srcdoc="<b>">',
  '<form>',
  '<input>',
  '<img src=x onerror=alert(1)>',
  '<a href=javascript:alert(1)>',
  '<b onclick="x" style="y">',
  '<p title="</p><script>">',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '</p>',
  '</div>',
  '</body>',
  '<foreignObject>',
  '<desc>',
  '<annotation-xml encoding="text/html">',
  '"',
  "'",
  '>',
  '\n',
  '\n\n',
  'text',
  '[x](javascript:alert(1))',
  '[x](data:text/html,x)',
  '`',
  '*',
  '<details open ontoggle=x>',
];

test('removes elements and attributes of all mixtures of hostile HTML', () => {
  let state = 1;
  for (let round = 0; round < rounds(300, 1500); round++) {
    let markdown = '';
    for (let piece = 0; piece < 3 + (round % 12); piece++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      markdown += hostile[Math.floor((state / 2 ** 32) * hostile.length)];
    }
    const { html, references } = render(markdown);
    const page = fillReferences(html, (index) =>
      references[index]?.kind === 'link' ? ' href="/"' : '',
    );
    // Printed text contains no `<`, and values no `"`, so everything that looks like a tag is a tag.
    for (const [tag, , name = '', attributes = ''] of page.matchAll(
      /<(\/?)([a-z0-9]+)((?: [a-z-]+(?:="[^"]*")?)*)>|</gu,
    )) {
      assert.ok(tags.has(name), `${tag} from ${JSON.stringify(markdown)}`);
      assert.doesNotMatch(attributes, / (?:on[a-z]+|style|srcdoc|src|action)=/u, markdown);
      assert.doesNotMatch(attributes, /="(?:javascript|data|vbscript):/iu, markdown);
    }
  }
});
