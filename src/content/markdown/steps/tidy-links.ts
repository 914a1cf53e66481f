import type { Element, ElementContent, Root } from 'hast';
import { quote } from '../../../system/problems/format-problem.ts';
import { wrongValue } from '../../../system/problems/problem.ts';
import { kindOfAddress, tidyAddress } from '../address.ts';
import { type MarkdownJob, noteProblem } from '../markdown-job.ts';
import { eachElement, visitElements } from '../visit-tree.ts';

/**
 * Normalizes URLs so that the sanitiser can compare schemes, and warns about those that it will
 * remove.
 */
export function tidyAddresses(tree: Root, job: MarkdownJob): void {
  eachElement(tree, (node) => {
    const { properties } = node;
    if (typeof properties['cite'] === 'string')
      properties['cite'] = tidyAddress(properties['cite']);
    const name = node.tagName === 'a' ? 'href' : node.tagName === 'img' ? 'src' : undefined;
    if (name === undefined || typeof properties[name] !== 'string') return;
    const written = properties[name];
    const address = tidyAddress(written);
    const kind = kindOfAddress(address);
    const refused =
      kind === 'empty' ||
      kind === 'other' ||
      (name === 'src' && kind !== 'internal' && kind !== 'web');
    if (!refused) {
      properties[name] = address;
      return;
    }
    delete properties[name];
    noteProblem(job, node, {
      severity: 'warning',
      field: name === 'href' ? 'link' : 'picture',
      message: wrongValue(
        name === 'href'
          ? 'a path, or an address with http, https, mailto or tel'
          : 'a path, or an address with https',
        quote(written),
      ),
      cure: 'its words are printed without it',
    });
  });
}

/** Marks links to other sites; a link without a URL that is not an anchor becomes text. */
export function markLinks(tree: Root): void {
  visitElements(tree, (node, index, parent) => {
    if (node.tagName !== 'a') return undefined;
    const { href, id } = node.properties;
    if (href === undefined && id === undefined) {
      parent.children.splice(index, 1, ...(node.children as ElementContent[]));
      return index;
    }
    if (typeof href === 'string' && kindOfAddress(href) === 'web')
      node.properties['rel'] = ['external', 'noopener'];
    return undefined;
  });
}

/**
 * Replaces a link inside a raw HTML link by its text: HTML does not allow nested links, and a
 * browser would end the outer one. `<a href="…">` and `</a>` must be siblings.
 */
export function unlinkNested(parent: Root | Element, job: MarkdownJob): void {
  let from = -1;
  for (let index = 0; index < parent.children.length; index++) {
    const node = parent.children[index];
    if (node?.type === 'element') unlinkNested(node, job);
    if (node?.type !== 'raw') continue;
    if (opening.test(node.value)) from = index;
    else if (closing.test(node.value) && from >= 0) {
      const within: Root = {
        type: 'root',
        children: parent.children.slice(from + 1, index),
      };
      unlink(within, job);
      parent.children.splice(from + 1, index - from - 1, ...within.children);
      index = from + within.children.length + 1;
      from = -1;
    }
  }
}

/** A tag in a paragraph is its own node; so may be a line that contains one. */
const opening = /^\s*<a\s[^>]*\bhref\s*=[^>]*>\s*$/iu;
const closing = /^\s*<\/a\s*>\s*$/iu;

function unlink(tree: Root, job: MarkdownJob): void {
  visitElements(tree, (node, index, parent) => {
    if (node.tagName !== 'a') return undefined;
    const address = String(node.properties['href']);
    const [words] = node.children;
    // A bare URL is still in the text.
    if (words?.type !== 'text' || !address.endsWith(words.value))
      noteProblem(job, node, {
        severity: 'warning',
        field: 'link',
        message: wrongValue('no link within another', quote(address)),
        cure: 'its words lead where the outer link leads',
      });
    parent.children.splice(index, 1, ...(node.children as ElementContent[]));
    return index;
  });
}
