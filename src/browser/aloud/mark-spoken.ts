import type { SpokenPart } from './collect-parts.ts';

const name = 'ui-spoken';

let marked: Element | undefined;

/**
 * Marks the sentence that is spoken, or nothing: with `::highlight(ui-spoken)`, which leaves
 * the text as it is; without it the whole block gets the class `ui-spoken`.
 */
export function markSpoken(part?: SpokenPart): void {
  if (globalThis.CSS.highlights) {
    if (part) CSS.highlights.set(name, new Highlight(part.range));
    else CSS.highlights.delete(name);
    return;
  }
  marked?.classList.remove(name);
  marked = part?.block;
  marked?.classList.add(name);
}
