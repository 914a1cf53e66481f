import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOptions } from '../../../../tests/support/markdown-options.ts';
import { constructs } from '../../../../tests/support/unsupported-constructs.ts';
import { renderMarkdown } from '../render-markdown.ts';

for (const [what, source, kind] of constructs) {
  for (const parser of ['fast', 'reference'] as const) {
    test(`reports ${what} (${parser} parser)`, () => {
      const before = source.slice(0, source.indexOf('‸')).split('\n');
      const { problems } = renderMarkdown(`Words.\n\n${source.replace('‸', '')}\n`, {
        ...testOptions,
        firstLine: 5,
        parser,
      });
      const found = problems.find(({ message }) => message.includes(`(${kind})`));
      assert.ok(
        found,
        `${kind} is not among ${JSON.stringify(problems.map(({ message }) => message))}`,
      );
      assert.deepEqual(
        [found.severity, found.line, found.column],
        ['warning', 6 + before.length, (before.at(-1)?.length ?? 0) + 1],
      );
      assert.match(found.cure ?? '', /;|write|remove/u);
    });
  }
}

const cures: readonly [source: string, cure: string][] = [
  [':::timline\n- A\n:::', 'write `timeline`'],
  [':::chart\n:::', 'write `::chart{file=data.csv}` on a line of its own'],
  ['::factbox', 'write `:::factbox`, and end it with a line that has only `:::`'],
  ['::youtube{id=1}', 'write Markdown or HTML'],
];
for (const [source, cure] of cures)
  test(`${JSON.stringify(source)} is reported with what to write`, () => {
    const { problems } = renderMarkdown(`${source}\n`, testOptions);
    const [found] = problems.filter(({ message }) => /block|directive/u.test(message));
    assert.ok(found?.cure?.includes(cure), found?.cure);
  });
