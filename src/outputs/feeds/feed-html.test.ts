import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toFeedHtml } from './feed-html.ts';

const page = 'https://news.example/news/2026/01/06/a/';

const cases: readonly [name: string, html: string, expected: string][] = [
  [
    'addresses are absolute, below a base path too',
    '<p id="p-1"><a href="/news/b/#x">b</a> <a href="../c.pdf">c</a> <img src="/news/assets/d.png" alt="d" width="3" height="2" loading="lazy"></p>',
    '<p><a href="https://news.example/news/b/#x">b</a> <a href="https://news.example/news/2026/01/06/c.pdf">c</a> <img src="https://news.example/news/assets/d.png" alt="d" width="3" height="2"></p>',
  ],
  [
    'links to a heading lead to the page',
    '<p><a href="#one">one</a></p><h2 id="one" class="x">One</h2>',
    `<p><a href="${page}#one">one</a></p><h2>One</h2>`,
  ],
  [
    'footnote references lead to the page, notes stay without a backlink',
    '<p>A<sup><a href="#ui-fn-1" id="ui-fnref-1" class="footnote-ref" aria-describedby="ui-footnotes">1</a></sup></p><section class="footnotes"><h2 id="ui-footnotes">Footnotes</h2><ol><li id="ui-fn-1"><p>N <a href="#ui-fnref-1" class="footnote-back" aria-label="Back">↩</a></p></li></ol></section>',
    `<p>A<sup><a href="${page}#ui-fn-1">1</a></sup></p><section><h2>Footnotes</h2><ol><li><p>N </p></li></ol></section>`,
  ],
  [
    'a checkbox becomes a character',
    '<ul><li class="task"><label><input type="checkbox" disabled checked> a</label></li><li><label><input type="checkbox" disabled> b</label></li></ul>',
    '<ul><li>☑ a</li><li>☐ b</li></ul>',
  ],
  [
    'a table does not scroll',
    '<div class="table-scroll" role="region" aria-label="T" tabindex="0"><table><tbody><tr><td class="align-right">1</td></tr></tbody></table></div>',
    '<div><table><tbody><tr><td>1</td></tr></tbody></table></div>',
  ],
  [
    'a picture has one file',
    '<picture><source srcset="/a.avif" type="image/avif"><img src="/a.jpg" srcset="/b.jpg 2x" style="color:red" alt=""></picture>',
    '<img src="https://news.example/a.jpg" alt="">',
  ],
  [
    'a chart is its table, not folded',
    '<figure class="data"><figcaption>C</figcaption><svg class="chart" aria-label="L"><text>9</text></svg><details><summary>S</summary><table><tbody><tr><td>1</td></tr></tbody></table></details></figure><details><summary>T</summary>x</details>',
    '<figure><figcaption>C</figcaption><table><tbody><tr><td>1</td></tr></tbody></table></figure><details><summary>T</summary>x</details>',
  ],
  [
    'scripts and styles are removed',
    '<link rel="stylesheet" href="/a.css"><script>alert(1)</script><style>p{}</style><p onclick="a()" style="x">t</p><a href="javascript:a()">a</a><iframe src="/x"></iframe><button>b</button>',
    '<p>t</p><a>a</a>',
  ],
  ['invalid URLs are removed', '<a href="https://[">a</a>', '<a>a</a>'],
];

for (const [name, html, expected] of cases)
  test(`in a feed, ${name}`, () => assert.equal(toFeedHtml(html, page), expected));
