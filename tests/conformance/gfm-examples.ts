/**
 * The extensions of GFM to CommonMark (https://github.github.com/gfm/), with the expected HTML.
 */
export interface Example {
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

const table = (head: string, body = '') =>
  `<table><thead><tr>${head}</tr></thead>${body && `<tbody>${body}</tbody>`}</table>`;
const box = (checked = '') => `<input${checked && ' checked=""'} disabled="" type="checkbox"> `;

export const gfmExamples: readonly Example[] = [
  ...[
    {
      markdown: '| tide | hour |\n| --- | --- |\n| low | six |\n',
      html: table('<th>tide</th><th>hour</th>', '<tr><td>low</td><td>six</td></tr>'),
    },
    {
      markdown: '| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n',
      html: table(
        '<th align="left">a</th><th align="center">b</th><th align="right">c</th>',
        '<tr><td align="left">1</td><td align="center">2</td><td align="right">3</td></tr>',
      ),
    },
    {
      markdown: 'a | b\n--|--\n1 | 2\n',
      html: table('<th>a</th><th>b</th>', '<tr><td>1</td><td>2</td></tr>'),
    },
    {
      markdown: '| sl\\|ash |\n| --- |\n| `a \\| b` |\n| **c \\| d** |\n',
      html: table(
        '<th>sl|ash</th>',
        '<tr><td><code>a | b</code></td></tr><tr><td><strong>c | d</strong></td></tr>',
      ),
    },
    {
      markdown: '| a | b |\n| - | - |\n| 1 | 2 |\n> quoted\n',
      html: `${table('<th>a</th><th>b</th>', '<tr><td>1</td><td>2</td></tr>')}<blockquote><p>quoted</p></blockquote>`,
    },
    {
      markdown: '| a | b |\n| - | - |\n| 1 | 2 |\n3\n\n4\n',
      html: `${table('<th>a</th><th>b</th>', '<tr><td>1</td><td>2</td></tr><tr><td>3</td><td></td></tr>')}<p>4</p>`,
    },
    {
      markdown: '| a | b |\n| --- |\n| 1 |\n',
      html: '<p>| a | b |\n| --- |\n| 1 |</p>',
    },
    {
      markdown: '| a | b |\n| - | - |\n| 1 |\n| 2 | 3 | 4 |\n',
      html: table(
        '<th>a</th><th>b</th>',
        '<tr><td>1</td><td></td></tr><tr><td>2</td><td>3</td></tr>',
      ),
    },
    { markdown: '| a | b |\n| - | - |\n', html: table('<th>a</th><th>b</th>') },
  ].map((example) => ({ section: 'Tables', ...example })),
  ...[
    {
      markdown: '- [ ] pack\n- [x] sail\n',
      html: `<ul><li>${box()}pack</li><li>${box('x')}sail</li></ul>`,
    },
    {
      markdown: '- [X] one\n  - [ ] two\n- [ ]three\n',
      html: `<ul><li>${box('x')}one<ul><li>${box()}two</li></ul></li><li>[ ]three</li></ul>`,
    },
    { markdown: '1. [x] first\n', html: `<ol><li>${box('x')}first</li></ol>` },
    { markdown: '[ ] no item\n', html: '<p>[ ] no item</p>' },
  ].map((example) => ({ section: 'Task list items', ...example })),
  ...[
    { markdown: '~~gone~~ ~too~\n', html: '<p><del>gone</del> <del>too</del></p>' },
    { markdown: 'a ~~b\n\nc~~ d\n', html: '<p>a ~~b</p><p>c~~ d</p>' },
    { markdown: 'a ~~~b~~~ c\n', html: '<p>a ~~~b~~~ c</p>' },
  ].map((example) => ({ section: 'Strikethrough', ...example })),
  ...[
    {
      markdown: 'See www.news.example/a.\n',
      html: '<p>See <a href="http://www.news.example/a">www.news.example/a</a>.</p>',
    },
    {
      markdown: '(www.news.example/a(b)) (www.news.example/a(b)\n',
      html: '<p>(<a href="http://www.news.example/a(b)">www.news.example/a(b)</a>) (<a href="http://www.news.example/a(b)">www.news.example/a(b)</a></p>',
    },
    {
      markdown: 'www.news.example/?a=b&copy;\n',
      html: '<p><a href="http://www.news.example/?a=b">www.news.example/?a=b</a>©</p>',
    },
    {
      markdown: 'https://news.example/a?b=(c)d) and http://news.example!\n',
      html: '<p><a href="https://news.example/a?b=(c)d">https://news.example/a?b=(c)d</a>) and <a href="http://news.example">http://news.example</a>!</p>',
    },
    {
      markdown: 'www.news.example/a<b\n',
      html: '<p><a href="http://www.news.example/a">www.news.example/a</a>&lt;b</p>',
    },
    {
      markdown: 'desk@news.example, a.b-c_d@news.example. a@b_c\n',
      html: '<p><a href="mailto:desk@news.example">desk@news.example</a>, <a href="mailto:a.b-c_d@news.example">a.b-c_d@news.example</a>. a@b_c</p>',
    },
    { markdown: 'a.b-c_d@a.b- a.b-c_d@a.b_\n', html: '<p>a.b-c_d@a.b- a.b-c_d@a.b_</p>' },
    {
      markdown: 'mailto:desk@news.example\n',
      html: '<p><a href="mailto:desk@news.example">mailto:desk@news.example</a></p>',
    },
  ].map((example) => ({ section: 'Autolinks', ...example })),
  {
    section: 'Disallowed raw HTML',
    markdown: '<em>a</em> <TextArea>b</TextArea>\n',
    html: '<p><em>a</em> &lt;TextArea&gt;b&lt;/TextArea&gt;</p>',
  },
];
