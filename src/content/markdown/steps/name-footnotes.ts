import type { Element, Root } from 'hast';
import { type MarkdownJob, mayHold } from '../markdown-job.ts';
import { eachElement } from '../visit-tree.ts';

/**
 * Moves the ids of footnotes into the interface's namespace (`ui-fn-1`, `ui-fnref-1`) and links
 * both ways. Identifies footnotes by the marker, so an article cannot imitate one.
 */
export function nameFootnotes(tree: Root, job: MarkdownJob): void {
  if (!mayHold(job, '[^')) return;
  const { marker, options } = job;
  const prefixed = `user-content-${marker}`; // the sanitiser has added its prefix
  const list = sectionOf(tree, `${prefixed}footnotes`);
  if (list) {
    list.properties['className'] = ['footnotes'];
    list.properties['ariaLabelledBy'] = ['ui-footnotes'];
  }
  eachElement(tree, (node) => {
    const { properties } = node;
    const id = ownName(properties['id'], prefixed);
    const target = ownName(properties['href'], `#${marker}`);
    if (id !== undefined && id !== 'task') properties['id'] = `ui-${id}`;
    if (target !== undefined) properties['href'] = `#ui-${target}`;

    if (target?.startsWith('fn-')) {
      properties['className'] = ['footnote-ref'];
      properties['ariaDescribedBy'] = ['ui-footnotes'];
    } else if (target?.startsWith('fnref-')) {
      properties['className'] = ['footnote-back'];
      properties['ariaLabel'] = options.footnoteWords.back.replaceAll('{reference}', () =>
        target.slice('fnref-'.length),
      );
    }
  });
}

/** The innermost section around an id: an unclosed element of the article may be in between. */
function sectionOf(parent: Root | Element, id: string): Element | undefined {
  let found: Element | undefined;
  eachElement(parent, (node) => {
    if (node.tagName === 'section' && holdsId(node, id)) found = node;
  });
  return found;
}

function holdsId(parent: Element, id: string): boolean {
  let found = false;
  eachElement(parent, ({ properties }) => {
    found ||= properties['id'] === id;
  });
  return found;
}

/** Whether a link belongs to a footnote: its mark in the text, or the link back. */
export function isFootnoteMark(node: Element): boolean {
  const { className } = node.properties;
  return (
    node.tagName === 'a' &&
    Array.isArray(className) &&
    (className.includes('footnote-ref') || className.includes('footnote-back'))
  );
}

/** Whether an element is the section with the footnotes. */
export function isFootnotes(node: Element): boolean {
  const { className } = node.properties;
  return (
    node.tagName === 'section' && Array.isArray(className) && className.includes('footnotes')
  );
}

function ownName(value: unknown, prefix: string): string | undefined {
  return typeof value === 'string' && value.startsWith(prefix)
    ? value.slice(prefix.length)
    : undefined;
}
