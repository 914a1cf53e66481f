import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { quote } from '../../../system/problems/format-problem.ts';
import { wrongValue } from '../../../system/problems/problem.ts';
import { type MarkdownJob, mayHold, noteProblem } from '../markdown-job.ts';
import { eachNode } from '../visit-tree.ts';

/**
 * Labels footnotes with their number in reading order, so that ids do not depend on the labels
 * in the source. The first definition of a label counts. A mark without a definition stays as
 * written. Warns about a note without a mark, a mark without a note, and a second note with the
 * same label.
 */
export function numberFootnotes(tree: Root, job: MarkdownJob): void {
  if (!mayHold(job, '[^')) return;
  const definitions = new Map<string, FootnoteDefinition>();
  eachNode(tree, (node) => {
    if (node.type !== 'footnoteDefinition') return;
    const label = labelOf(node);
    if (definitions.has(label))
      noteProblem(job, node, {
        severity: 'warning',
        field: 'footnote',
        message: wrongValue('one note for each label', quote(`[^${node.label ?? label}]`)),
        cure: 'the first is printed; give this one and its mark another label',
      });
    else definitions.set(label, node);
    node.identifier = 'unused';
  });
  noteMarksWithoutNote(tree, job);
  if (definitions.size === 0) return;

  const numbers = new Map<string, number>();
  const met: FootnoteDefinition[] = [];
  const meet = (node: FootnoteReference, label: string): void => {
    let number = numbers.get(label);
    if (number === undefined) {
      const definition = definitions.get(label);
      if (definition === undefined) return;
      number = numbers.size + 1;
      numbers.set(label, number);
      definition.identifier = String(number);
      met.push(definition);
    }
    node.identifier = String(number);
  };
  const readThrough = (root: Root | FootnoteDefinition): void =>
    visit(root, (node, index, parent) => {
      if (node.type === 'footnoteDefinition' && node !== root) return 'skip';
      if (node.type !== 'footnoteReference') return undefined;
      const label = labelOf(node);
      if (definitions.has(label)) meet(node, label);
      else if (parent !== undefined && index !== undefined)
        parent.children[index] = { type: 'text', value: `[^${node.label ?? label}]` };
      return undefined;
    });
  readThrough(tree);
  // Notes may refer to further notes, so the list grows during the loop.
  for (const definition of met) readThrough(definition);
  for (const [label, definition] of definitions) {
    if (numbers.has(label)) continue;
    noteProblem(job, definition, {
      severity: 'warning',
      field: 'footnote',
      message: wrongValue(
        'a mark for it in the text',
        quote(`[^${definition.label ?? label}]`),
      ),
      cure: 'a note that nothing points to is not printed',
    });
  }
}

function labelOf(node: FootnoteDefinition | FootnoteReference): string {
  return node.identifier.toUpperCase();
}

/** A mark in readable form: without spaces and full-width signs. */
function toMark(written: string): string {
  return `[^${written.slice(2, -1).trim().replace(/\s+/gu, '-')}]`;
}

/** Reports marks that the parser read as text. */
function noteMarksWithoutNote(tree: Root, job: MarkdownJob): void {
  eachNode(tree, ({ type, position }) => {
    const [start, end] = [position?.start, position?.end];
    if (type !== 'text' || start?.offset === undefined || end?.offset === undefined) return;
    const written = job.source.slice(start.offset, end.offset);
    if (!written.includes('[')) return;
    for (const { 0: mark, index } of written.matchAll(
      /(?<![\\!\]])\[[\^＾](?=[^[\]\n]*[\p{L}\p{N}*†‡])[^[\]\n\\]{1,100}\](?!\()/gu,
    )) {
      const lines = written.slice(0, index).split('\n');
      const column = (lines.at(-1) ?? '').length + (lines.length > 1 ? 1 : start.column);
      const place = { line: start.line + lines.length - 1, column };
      noteProblem(
        job,
        { position: { start: place } },
        {
          severity: 'warning',
          field: 'footnote',
          message: wrongValue('a note for this mark', quote(mark)),
          cure: `the mark is printed as text; write its note on a line of its own: \`${toMark(mark)}: …\``,
        },
      );
    }
  });
}
