import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatProblem } from '../system/problems/format-problem.ts';
import { checkTemplate } from './check-template.ts';

const move =
  'move the script to a file of the theme, such as scripts/clock.ts, and name it in `security: scripts:` of publication.yaml';
const write =
  'style: the policy of pages blocks styles of templates; write the rules in style.css of the theme, with a class';
const templates: readonly [text: string, ...problems: string[]][] = [
  ['---\nconst a = "<script>";\n---\n<p data-online="x">{/* <script> */}</p>'],
  ['<script type="application/ld+json">{}</script><!-- <style> -->'],
  [
    '<p>\n<script>a()</script></p>',
    `2:1  script: the policy of pages blocks \`<script>\`; ${move}`,
  ],
  [
    '---\nlet a;\n---\n<script is:inline src="/a.js"></script>',
    `4:1  script: the policy of pages blocks \`<script>\`; ${move}`,
  ],
  [
    '<button onclick={a} onfocus="b">',
    `1:9  script: the policy of pages blocks \`onclick\`; ${move}`,
    `1:21  script: the policy of pages blocks \`onfocus\`; ${move}`,
  ],
  ['<p style="color: red">', `1:4  ${write}`],
  ['<style>p{}</style>', `1:1  ${write}`],
];

for (const [text, ...problems] of templates)
  test(`finds ${problems.length} problems in ${text.slice(-30).replace('\n', ' ')}`, () => {
    const found = checkTemplate(text, 'theme/parts/Part.astro').map(formatProblem);
    assert.deepEqual(
      found,
      problems.map((problem) => `theme/parts/Part.astro:${problem}`),
    );
  });
