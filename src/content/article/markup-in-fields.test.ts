import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tomlFile, yamlFile } from '../../../tests/support/read-test-file.ts';

/** Markup in fields: front matter, and each warning without `a.md:`. */
const markup: readonly [front: string, ...lines: string[]][] = [
  [
    'title: The **port** opens',
    '2:12  warning: title: expected plain text, got "**port**" (bold marks); plain text is printed as written; write the words alone',
  ],
  [
    "title: It&#8217;s AT&amp;T\nsummary: '[Words](https://a.example/) and <b>more</b>'",
    '2:10  warning: title: expected plain text, got "&#8217;" (a character reference); plain text is printed as written; write `’`',
    '2:21  warning: title: expected plain text, got "&amp;" (a character reference); plain text is printed as written; write `&`',
    '3:11  warning: summary: expected plain text, got "[Words](https://a.example/)" (a link); plain text is printed as written; write the words alone, and put the link into the text',
    '3:43  warning: summary: expected plain text, got "<b>" (an HTML tag); plain text is printed as written; write the words without it',
    '3:50  warning: summary: expected plain text, got "</b>" (an HTML tag); plain text is printed as written; write the words without it',
  ],
  [
    'title: A\nauthors: [{name: "[[Jane Roe]]"}, "`Ann`"]\ntopics: [_Tides_]\nsection: "**World**"\nsource: "**Post**"\nlicence: A{{< x >}}\ntranslator: ==Ann==\ndateline: "\\\\*BUSAN"',
    '3:19  warning: authors.0.name: expected plain text, got "[[Jane Roe]]" (a wiki link); plain text is printed as written; write the words without it, or its content',
    '3:36  warning: authors.1.name: expected plain text, got "`Ann`" (marks for code); plain text is printed as written; write the words alone, or in quotation marks',
    '4:10  warning: topics.0: expected plain text, got "_Tides_" (emphasis marks); plain text is printed as written; write the words alone',
    '5:11  warning: section: expected plain text, got "**World**" (bold marks); plain text is printed as written; write the words alone',
    '6:10  warning: source.name: expected plain text, got "**Post**" (bold marks); plain text is printed as written; write the words alone',
    '7:11  warning: licence.name: expected plain text, got "{{< x >}}" (a Hugo shortcode); plain text is printed as written; write the words without it, or its content',
    '8:13  warning: translator: expected plain text, got "==Ann==" (a highlight); plain text is printed as written; write the words without it, or its content',
    '9:13  warning: dateline: expected plain text, got "\\\\*" (an escaped sign); plain text is printed as written; write `*`',
  ],
  [
    'title: "The tide :wave: rises: 50%, 1+1, a=b, a@b.example"\ntranslator: Ann ++Bee++\nkeyPoints: [a %%b]',
    '2:18  warning: title: expected plain text, got ":wave:" (an emoji code); plain text is printed as written; write the words without it, or its content',
    '3:17  warning: translator: expected plain text, got "++Bee++" (inserted text); plain text is printed as written; write the words without it, or its content',
    '4:15  warning: keyPoints.0: expected plain text, got "%%" (an unclosed hidden comment); plain text is printed as written; write the words without it, or its content',
  ],
  [
    'title: A\nimage: {credit: "\u1fefRoe\u1fef via =\u0001=Post=="}',
    '3:17  warning: image.credit.creator: expected plain text, got "`Roe`" (marks for code); plain text is printed as written; write the words alone, or in quotation marks',
    '3:17  warning: image.credit.source: expected plain text, got "==Post==" (a highlight); plain text is printed as written; write the words without it, or its content',
  ],
  [
    'title: A\nkeyPoints:\n  - One <br> two\n  - |\n    - three\n    - four\ncorrections:\n  - date: 2026-05-02\n    text: Not ~~five~~ six.',
    '4:9  warning: keyPoints.0: expected plain text, got "<br>" (an HTML tag); plain text is printed as written; write the words without it',
    '6:5  warning: keyPoints.1: expected plain text, got "- three" (a list); plain text is printed as written; write sentences, or put it into the text',
    '10:15  warning: corrections.0.text: expected plain text, got "~~five~~" (marks for deleted text); plain text is printed as written; write the final words',
  ],
  [
    'title: A\nimage:\n  alt: A *boat*\n  caption: 이것은 **강조**다\n  credit: {creator: "**Jane**", source: A&nbsp;B}',
    '4:10  warning: image.alt: expected plain text, got "*boat*" (emphasis marks); plain text is printed as written; write the words alone',
    '5:16  warning: image.caption: expected plain text, got "**강조**" (bold marks); plain text is printed as written; write the words alone',
    '6:22  warning: image.credit.creator: expected plain text, got "**Jane**" (bold marks); plain text is printed as written; write the words alone',
    '6:42  warning: image.credit.source: expected plain text, got "&nbsp;" (a character reference); plain text is printed as written; write the character itself',
  ],
  [
    'title: A <!-- ask --> B\nsummary: Words %%again%%.\ntopics: ["Tides {# why #}", "{{% comment %}}x{{% /comment %}}Ports"]\nauthors: Jane Roe {/* who */}',
    '2:10  warning: title: expected text for readers, got "<!-- ask -->" (a hidden comment); it is not published; remove it when it is no longer needed',
    '3:16  warning: summary: expected text for readers, got "%%again%%" (a hidden comment); it is not published; remove it when it is no longer needed',
    '4:17  warning: topics.0: expected text for readers, got "{# why #}" (a hidden comment); it is not published; remove it when it is no longer needed',
    '4:30  warning: topics.1: expected text for readers, got "{{% comment %}}x{{% /comment %}}" (a hidden comment); it is not published; remove it when it is no longer needed',
    '5:19  warning: authors: expected text for readers, got "{/* who */}" (a hidden comment); it is not published; remove it when it is no longer needed',
  ],
  [
    'title: A <!-- ask',
    '2:10  warning: title: expected a remark that closes, got "<!--"; readers see all of it; write where the remark ends, or remove it',
  ],
  [
    'title: "{# ask #}"',
    '2:9  warning: title: expected text for readers, got "{# ask #}" (a hidden comment); it is not published; remove it when it is no longer needed',
    '2:1  title: missing; expected a headline; add `title: …`',
  ],
  [
    'title: "\u0301"\nsummary: \ufffd\ufffd',
    '2:8  title: expected a headline, got U+0301, an accent without a letter',
    '3:10  summary: expected text, got U+FFFD, the replacement for unreadable characters',
  ],
];

for (const [front, ...expected] of markup) {
  test(`warns about markup in ${JSON.stringify(front).slice(0, 60)}`, () => {
    const { lines } = yamlFile(
      front.includes('date: 2026-01') ? front : `${front}\ndate: 2026-01-06`,
    );
    assert.deepEqual(
      lines,
      expected.map((line) => `a.md:${line}`),
    );
  });
}

test('warns about markup in TOML with its position', () => {
  const { lines } = tomlFile(
    'title = "The **port**"\ndate = 2026-01-06\nsummary = """\nOne\n<b>two</b>"""',
  );
  assert.deepEqual(
    lines.map((line) => line.slice(0, line.indexOf(';'))),
    [
      'a.md:2:14  warning: title: expected plain text, got "**port**" (bold marks)',
      'a.md:6:1  warning: summary: expected plain text, got "<b>" (an HTML tag)',
      'a.md:6:7  warning: summary: expected plain text, got "</b>" (an HTML tag)',
    ],
  );
});

test('does not publish hidden comments of a field', () => {
  const { fields } = yamlFile(
    'title: A <!-- ask --> B\ndate: 2026-01-06\nsummary: Words %%again%%.',
  );
  assert.deepEqual([fields?.title, fields?.summary], ['A B', 'Words .']);
});

/** Ordinary text that resembles markup. */
const plainTexts: readonly string[] = [
  ...['5 * 3 * 2', '5*3*2', 'AT&T', 'a < b > c', 'C:\\path', 'C:\\_x\\_y', 'snake_case_name'],
  ...[
    '[sic] a',
    'R&D',
    '*Jane and *John',
    'Jane* and John*',
    '#1',
    'Dear <name>',
    '<first name> a',
    'x & y; z',
  ],
  ...[
    'f**k and s**t',
    'Q&A; R&B;',
    '1. FC Köln gewinnt',
    '* Correction',
    '- 5 Grad',
    '9~11시, 2~4시',
  ],
  ...[
    '5 > 3',
    '>5 %',
    '^_^',
    '¯\\_(ツ)_/¯',
    'C++ and C#',
    'a@b.example',
    'https://a.example/_a_/b*c*',
  ],
  ...[
    '{name} x',
    'US$5-$6',
    '100%%',
    '100 %% sure',
    '[속보] 서울시',
    '[서울=연합] x',
    '#MeToo',
    'a|b',
    '~5',
  ],
];

test('accepts ordinary text that resembles markup', () => {
  for (const text of plainTexts) {
    const { lines } = yamlFile(`title: '${text}'\ndate: 2026-01-06`);
    assert.deepEqual(lines, [], text);
  }
});
