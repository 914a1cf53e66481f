import type { Element, Root } from 'hast';
import type { Note } from '../draft.ts';
import { attributeOf, textOf } from '../html/html-tree.ts';

const spoken =
  /(?:^|[\s_-])(?:sr-only|screen-?reader(?:-text|-only)?|visually-?hidden|a11y-(?:text|hidden)|u-hiddenvisually|assistive-text)(?:$|[\s_-])/iu;

/**
 * Takes out, in place, words for screen readers that say what is beside them:
 * `<span aria-hidden="true">5 Mar</span><span class="sr-only">5 March</span>`.
 */
export function dropSpoken(parent: Root | Element): Note[] {
  const notes: Note[] = [];
  const isBeside = parent.children.some(
    (child) =>
      child.type === 'element' &&
      String(child.properties['ariaHidden']) === 'true' &&
      textOf(child) !== '',
  );
  parent.children = parent.children.filter((child) => {
    if (child.type !== 'element') return true;
    const isSpoken = isBeside && spoken.test(attributeOf(child, 'className'));
    if (!isSpoken) notes.push(...dropSpoken(child));
    else if (textOf(child) !== '') notes.push(noteOf(child));
    return !isSpoken;
  }) as Element['children'];
  return notes;
}

function noteOf(element: Element): Note {
  const line = element.position?.start.line;
  const message = `${JSON.stringify(textOf(element))}: for screen readers, in place of what is beside it`;
  return {
    ...(line !== undefined && { line }),
    ...{ field: 'left out', message, certainty: 'likely' },
  };
}
