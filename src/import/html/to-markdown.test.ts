import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Nodes } from 'mdast';
import { createRandom } from '../../../tests/support/create-random.ts';
import { rounds } from '../../../tests/support/rounds.ts';
import { needsReference } from '../../content/markdown/needs-reference.ts';
import { parseMarkdown } from '../../content/markdown/parse-markdown.ts';
import { toMarkdown } from './to-markdown.ts';

const element = (tagName: string, children: ElementContent[]): Element => ({
  ...{ type: 'element', tagName, properties: {} },
  children,
});
const words = (value: string): ElementContent => ({ type: 'text', value });
const page = (...children: RootContent[]): Root => ({ type: 'root', children });

/** Text that needs no escaping. */
const plain = [
  '9~11시, 2~4시에 연다',
  '价格5~7元，共100~200倍',
  'R&D at AT&T, Q&A; &c',
  'snake_case and a_b_c, _one',
  '5 * 6 * 7 = 210, 3*4',
  'a note [sic] and [1] of them',
  'it`s',
  'at 10:30, note: http: is no address',
  'C:\\data\\new',
  'http://a.example/x_y_z?a=1&b=2 and www.a.example/h_i',
  'write to a_b@c.example',
  '3 < 5 > 4, <3',
  'a | b | c',
  'x^2, C#, C++, $5, 100%',
  '-1°, +1, =, --',
  '#tag of it'.slice(1),
  '(c) [a] (b)',
  '! [',
  ':smile: ::',
  'wait... and #1',
];

for (const text of plain)
  test(`${JSON.stringify(text)} needs no backslash`, () => {
    assert.equal(toMarkdown(page(element('p', [words(text)]))), `${text}\n`);
  });

const needed: readonly [text: string, markdown: string][] = [
  ['_x_ and *y*', '\\_x_ and \\*y*'],
  ['~~gone~~', '\\~\\~gone~~'],
  ['[a](b) and [sic]', '\\[a](b) and [sic]'],
  ['&amp; and R&D', '\\&amp; and R&D'],
  ['<b> 3 < 5', '\\<b> 3 < 5'],
  ['1986. A year', '1986\\. A year'],
  ['# one', '\\# one'],
  ['a %%remark%% b', 'a \\%%remark\\%% b'],
];

for (const [text, markdown] of needed)
  test(`${JSON.stringify(text)} gets only the backslashes it needs`, () => {
    assert.equal(toMarkdown(page(element('p', [words(text)]))), `${markdown}\n`);
  });

test('joins adjacent emphasis', () => {
  const two = (tag: string) => [element(tag, [words('bold')]), element(tag, [words('er')])];
  for (const [tag, markdown] of [
    ['b', '**bolder**'],
    ['i', '_bolder_'],
    ['del', '~~bolder~~'],
  ] as const)
    assert.equal(toMarkdown(page(element('p', two(tag)))), `${markdown}\n`);
});

test('keeps super- and subscript inline', () => {
  const water = [words('H'), element('sub', [words('2')]), words('O')];
  assert.equal(toMarkdown(page(element('ul', [element('li', water)]))), '- H<sub>2</sub>O\n');
  assert.equal(toMarkdown(page(element('div', water))), 'H<sub>2</sub>O\n');
});

const pieces =
  'the Crane rust. “said” it’s #1 # ## > >> - -- --- + * ** *a* _b_ __c__ a_b_c `x` ``` ~~~ ~~d~~ 9~11 ~ ~~ | |---| === [e] [f](g) ![h](i) [^1] [^1]: [j]: [ ] [x] <k> </k> <!-- --> & &amp; &#42; &copy &copy; \\ \\* a\\ 1. 2) 부두의 港の “중요”은 الرافعة :smile: $x$ {{y}} {% {::comment} {/* */} {# %% http://a.example/b_c*d?e=f&amp;g https://a.example/?a=1&b=2 www.a.example/_h_ i_j@k.example +++ :--- !x ^y^ =='.split(
    ' ',
  );

function invent(seed: number): Root {
  const random = createRandom(seed);
  const text = () =>
    Array.from({ length: 1 + random(9) }, () => pieces[random(pieces.length)]).join(
      random(8) === 0 ? '' : ' ',
    );
  const line = (): ElementContent[] =>
    Array.from({ length: 1 + random(3) }, () => {
      const inner = words(text());
      const tag = ['strong', 'em', 'del', '', '', ''][random(6)];
      return tag ? element(tag, [inner]) : inner;
    });
  const block = (): Element => {
    const item = () => element('li', line());
    const cell = () => element('td', line());
    const kinds = [
      () => element('p', line()),
      () => element('h2', line()),
      () => element('blockquote', [element('p', line()), element('p', line())]),
      () => element('ul', [item(), item()]),
      () => element('ol', [item(), item()]),
      () =>
        element('table', [
          element('tbody', [element('tr', [cell(), cell()]), element('tr', [cell(), cell()])]),
        ]),
    ];
    return (kinds[random(kinds.length)] as () => Element)();
  };
  return page(...Array.from({ length: 1 + random(4) }, block));
}

/** All characters that a tree shows, in order. */
function shown(node: Nodes | Root | RootContent | ElementContent): string {
  if ('value' in node) return String(node.value);
  return 'children' in node ? node.children.map((child) => shown(child as Nodes)).join('') : '';
}

const signs = (text: string) => text.replace(/\s+/gu, '');

test('writes Markdown that parses to the same text', () => {
  for (let seed = 1; seed <= rounds(30, 120); seed++) {
    const text = signs(shown(invent(seed)));
    const markdown = toMarkdown(invent(seed));
    for (const parser of ['reference', 'fast'] as const) {
      if (parser === 'fast' && needsReference(markdown)) continue;
      assert.equal(
        signs(shown(parseMarkdown(markdown, parser))),
        text,
        `${seed}:\n${markdown}`,
      );
    }
  }
});
