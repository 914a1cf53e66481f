import assert from 'node:assert/strict';
import { test } from 'node:test';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { textOf } from './html-tree.ts';
import { normalizeFormulas } from './normalize-formulas.ts';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();
const tex = '<annotation encoding="application/x-tex">E=m</annotation>';

const formulas: readonly [html: string, text: string][] = [
  ['<math><msup><mi>x</mi><mn>2</mn></msup></math>', 'x^2'],
  ['<math><msub><mi>CO</mi><mn>2</mn></msub></math>', 'CO_2'],
  [
    '<math><msubsup><mi>x</mi><mi>i</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msubsup></math>',
    'x_i^(n+1)',
  ],
  [
    '<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>',
    '(a+b)/2',
  ],
  [
    '<math><msqrt><mi>a</mi><mo>+</mo><mn>1</mn></msqrt><mroot><mi>x</mi><mn>3</mn></mroot></math>',
    '√(a+1)3√(x)',
  ],
  [
    '<math><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover></math>',
    '∑_(i=1)^n',
  ],
  ['<math><mover><mi>x</mi><mo>¯</mo></mover></math>', 'x¯'],
  [
    '<math><mtext>cost</mtext><mi>per</mi><mtext>day</mtext><mo>=</mo><mn>5</mn></math>',
    'cost per day=5',
  ],
  [
    '<math><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable></math>',
    '[1, 2; 3, 4]',
  ],
  ['<math><mfenced open="{" close="}"><mi>a</mi><mi>b</mi></mfenced></math>', '{a, b}'],
  [
    `<math><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi></mrow>${tex}</semantics></math>`,
    'E=m',
  ],
  [`<math><semantics>${tex}</semantics></math>`, 'E=m'],
  ['<math alttext="a over b"></math>', 'a over b'],
  ['<math>bare words</math>', 'bare words'],
  [
    `<span class="katex"><span class="katex-mathml"><math><semantics><mi>E</mi>${tex}</semantics></math></span><span class="katex-html" aria-hidden="true">E</span></span>`,
    'E',
  ],
  ['<span class="katex-html">alone</span>', 'alone'],
  ['a <script type="math/tex">x^3</script> b', 'a x^3 b'],
  [
    '<span class="MathJax_Preview"></span><script type="math/tex; mode=display">x^3</script>',
    'x^3',
  ],
  ['<span class="MathJax">x3</span><script type="math/tex">x^3</script>', 'x3'],
  [
    '<span><span class="mwe-math-mathml-inline"><math><mi>q</mi></math></span><img class="mwe-math-fallback-image-inline" alt="q"></span>',
    'q',
  ],
  ['<script>run()</script>', 'run()'],
];
for (const [html, text] of formulas)
  test(`${html.slice(0, 70)} becomes ${text}`, () => {
    const tree = parser.parse(html);
    normalizeFormulas(tree);
    assert.equal(textOf(tree), text);
  });
