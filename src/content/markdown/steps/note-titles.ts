import type { Nodes, Root } from 'mdast';
import type { MarkdownJob } from '../markdown-job.ts';
import { noteProblem } from '../markdown-job.ts';
import { findInField } from '../unshown/find-in-field.ts';
import { dropRemarks, findFieldRemarks } from '../unshown/hidden-remarks.ts';
import { eachNode } from '../visit-nodes.ts';

/**
 * Descriptions and titles of pictures and links are plain text: hidden remarks in them (`<!-- … -->`) are
 * left out, and markup in them is told. A credit in a title may be a link.
 */
export function noteTitles(tree: Root, job: MarkdownJob): void {
  eachNode(tree, (node) => {
    if (node.type === 'image' || node.type === 'imageReference') read(node, 'alt', job);
    if (node.type === 'image' || node.type === 'link' || node.type === 'definition')
      read(node, 'title', job);
  });
}

function read(node: Nodes, name: 'alt' | 'title', job: MarkdownJob): void {
  const words = node as { alt?: string | null; title?: string | null };
  const written = words[name];
  if (!written) return;
  const { ranges } = findFieldRemarks(written);
  const source = job.source.slice(node.position?.start.offset, node.position?.end.offset);
  for (const range of ranges)
    noteProblem(job, node, {
      severity: 'warning',
      field: 'remark',
      expected: 'text for readers',
      got: written.slice(...range),
      cure: 'it is not published; remove it when it is done with',
    });
  const plain =
    ranges.length === 0 ? written : dropRemarks(written, ranges).replace(/ {2,}/gu, ' ').trim();
  words[name] = plain;
  for (const { written: part, name: what, cure } of findInField(plain)) {
    // What is escaped is meant.
    if (!source.includes(part)) continue;
    if (what === 'a link' && name === 'title' && node.type === 'image') continue;
    noteProblem(job, node, {
      severity: 'warning',
      field: name === 'alt' ? 'description' : 'title',
      expected: 'plain text',
      got: part,
      cure: `${what}: ${cure}`,
    });
  }
}
