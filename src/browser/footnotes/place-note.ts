/** A note stands after these, and at the end of the text of the others. */
const followed = 'p, h1, h2, h3, h4, h5, h6, summary';
const holding = 'li, dt, dd, td, th, caption, figcaption, blockquote, div, section';

const nested = 'ul, ol, dl, p, blockquote, pre, details, figure, div';

/**
 * Puts an opened note where its mark's text ends: after the paragraph or heading, at the end of
 * the cell, in a list item before a list within it. Notes of one text stand in the order of
 * their marks, which name them by `aria-controls`.
 */
export function placeNote(aside: HTMLElement, mark: Element): void {
  let last = endOfText(mark);
  while (last.previousSibling && isNote(last)) last = last.previousSibling;
  let next = last.nextSibling;
  while (next && isNote(next) && precedes(markOf(next), mark)) {
    last = next;
    next = next.nextSibling;
  }
  last.after(aside);
}

function endOfText(mark: Element): ChildNode {
  const block = mark.closest(`${followed}, ${holding}`);
  if (!block) return mark;
  // What follows a summary is hidden with the rest of its details.
  if (block.matches('summary')) return block.parentElement ?? block;
  if (block.matches(followed)) return block;
  const inner = [...block.children].find(
    (child) => child.matches(nested) && precedes(mark, child),
  );
  return inner?.previousSibling ?? block.lastChild ?? mark;
}

function isNote(node: ChildNode): node is HTMLElement {
  return node instanceof HTMLElement && node.matches('.note-in-place');
}

function markOf(note: HTMLElement): Element | null {
  return document.querySelector(`[aria-controls="${note.id}"]`);
}

function precedes(one: Element | null, other: Element): boolean {
  return one !== null && (one.compareDocumentPosition(other) & 4) !== 0;
}
