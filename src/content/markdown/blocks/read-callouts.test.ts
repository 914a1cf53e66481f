import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../parse-markdown.ts';
import { eachNode } from '../visit-tree.ts';

const callouts = [
  '> [!NOTE]\n> Words\n> more words',
  '> [!tip]- A title\n> Words',
  '> [!tip] A *bold* title\n> Words *here*',
  '> [!tip]  Only a title',
  '- > [!warning]\n  > Words',
  '> > [!NOTE]\n> >   Words',
  '> [!NOTE]\\\n> Words',
  ':::note[A *title*]\nWords *here*\n:::',
];

for (const source of callouts)
  for (const parser of ['fast', 'reference'] as const)
    test(`texts have the positions of their words: ${JSON.stringify(source)} (${parser})`, () => {
      let texts = 0;
      let last = 0;
      eachNode(parseMarkdown(source, parser), (node) => {
        if (node.type === 'paragraph') {
          assert.ok((node.position?.start.offset ?? 0) >= last, 'paragraphs do not overlap');
          last = node.position?.end.offset ?? 0;
        }
        if (node.type !== 'text') return;
        texts++;
        const { start, end } = node.position ?? {};
        const written = source.slice(start?.offset, end?.offset);
        assert.equal(
          written.replaceAll(/\n[ \t>]*/gu, '\n'),
          node.value.replace(/^ +/u, (blank) => (written.startsWith(' ') ? blank : '')),
        );
        const lines = source.slice(0, start?.offset).split('\n');
        assert.deepEqual(
          [start?.line, start?.column],
          [lines.length, (lines.at(-1)?.length ?? 0) + 1],
        );
      });
      assert.ok(texts > 0);
    });
