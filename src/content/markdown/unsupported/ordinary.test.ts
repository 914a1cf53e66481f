import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOptions } from '../../../../tests/support/markdown-options.ts';
import { ordinarySentences } from '../../../../tests/support/ordinary-sentences.ts';
import { renderMarkdown } from '../render-markdown.ts';

for (const [language, sentences] of Object.entries(ordinarySentences)) {
  for (const [index, sentence] of sentences.entries()) {
    test(`reports nothing for ordinary text (${language}, ${index + 1})`, () => {
      for (const markdown of [
        sentence,
        `> ${sentence.replaceAll('\n', '\n> ')}`,
        `A.\n\n${sentence}\n\nB.`,
      ])
        assert.deepEqual(
          renderMarkdown(markdown, testOptions).problems.map(({ message }) => message),
          [],
        );
    });
  }
}

test('reports nothing for code and escaped characters', () => {
  const markdown = `Write \`{{ x }}\`, \`[[link]]\`, \`==mark==\`, \`%%remark%%\` and \`<iframe>\`; \\[[not]] \\{{ x }} \\==x\\== \\%%x.

\`\`\`html
<script>{% x %}</script> {{< y >}} <!-- z --> $$x$$ :smile: %%w%%
[[a]]
\`\`\`

    {% if x %} == y == {% endif %};

<pre>{{ x }} [[y]] ==z== **w**</pre>

<code>{{ x }}</code>
`;
  assert.deepEqual(renderMarkdown(markdown, testOptions).problems, []);
});
