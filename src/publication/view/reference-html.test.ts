import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOptions } from '../../../tests/support/markdown-options.ts';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { testView } from '../../../tests/support/test-view.ts';
import { fillReferences } from '../../content/markdown/fill-references.ts';
import { renderMarkdown } from '../../content/markdown/render-markdown.ts';
import { createPublication } from '../edition/create-publication.ts';
import { fillsOf } from './reference-html.ts';

/** A text as its page prints it, without ids and `rel`. */
function print(markdown: string, settings = ''): string {
  const { rendered } = renderMarkdown(markdown, testOptions);
  const article = testContentFile('a.md');
  const { references } = rendered;
  const files = [
    { ...article, body: { ...article.body, references } },
    testContentFile('b.md'),
  ];
  const options = { now: Date.parse('2026-01-31'), drafts: false, files: new Set<string>() };
  const { publication } = createPublication(files, testSettings(settings), options);
  const { context, collector } = testView({ publication });
  const story = publication.byPath.get('a.md');
  assert.ok(story);
  const fills = fillsOf(context, collector.textOf(story));
  return fillReferences(rendered.html, (index) => fills[index] ?? '').replace(
    / (?:id|rel)="[^"]*"/gu,
    '',
  );
}

const picture = 'https://img.example/a.jpg';

const cases: readonly (readonly [string, string, string])[] = [
  [
    'a remote picture becomes a link to it',
    `![A quay](${picture})`,
    `<figure><a href="${picture}">A quay</a></figure>`,
  ],
  [
    'a remote picture in a link becomes its text and URL',
    `[![A quay](${picture})](https://a.example/full.jpg)`,
    `<figure><a href="https://a.example/full.jpg">A quay (${picture})</a></figure>`,
  ],
  [
    'a remote picture in a link to itself becomes its text',
    `[![A quay](${picture})](${picture})`,
    `<figure><a href="${picture}">A quay</a></figure>`,
  ],
  [
    'a remote picture without a text in a link becomes its URL',
    `- see [![](//img.example/a.jpg)](b.md)`,
    `<ul>\n<li>see <a href="/2026/01/06/b/">${picture}</a></li>\n</ul>`,
  ],
  [
    'a remote picture in a heading',
    `## [![A quay](${picture}) here](b.md)`,
    `<h2><a href="/2026/01/06/b/">A quay (${picture}) here</a></h2>`,
  ],
  [
    'a remote picture in a broken link',
    `x [![A quay](${picture})](none.md)`,
    `<p>x A quay (${picture})</p>`,
  ],
  [
    'a remote picture in an HTML link',
    `x <a href="https://a.example/"><img src="${picture}" alt="A quay"></a>`,
    `<p>x <a href="https://a.example/">A quay (${picture})</a></p>`,
  ],
];

for (const [name, markdown, html] of cases)
  test(name, () => assert.equal(print(markdown), html));

test('a remote picture of an allowed origin stays in its link', () => {
  assert.equal(
    print(
      `x [![A quay](${picture})](b.md)`,
      'images:\n  remote: [https://img.example]\nlanguages: [en]',
    ),
    `<p>x <a href="/2026/01/06/b/"><img src="${picture}" alt="A quay" loading="lazy" decoding="async" referrerpolicy="no-referrer"></a></p>`,
  );
});
