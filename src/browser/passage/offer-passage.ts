import { makePassageBar, type PassageBar } from './passage-bar.ts';
import { placeBar } from './place-bar.ts';

/** What stands in an article but is not its text. */
const furniture =
  '.article-tools, .sections, .note-in-place, .neighbours, .related, .part-link';

let bar: PassageBar | undefined;

/** Offers to pass on what is selected of an article's text; takes the offer back else. */
export function offerPassage(article: Element): void {
  const range = selectedPassage(article);
  if (!range) {
    bar?.hide();
    return;
  }
  bar ??= makePassageBar();
  bar.show(range);
  placeBar(bar.element, range);
}

function selectedPassage(article: Element): Range | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || !/[\p{L}\p{N}]/u.test(selection.toString()))
    return undefined;
  const range = selection.getRangeAt(0);
  const { startContainer: start, endContainer: end } = range;
  const elements = [start, end].map((node) =>
    node instanceof Element ? node : node.parentElement,
  );
  const isText = elements.every(
    (element) => element && article.contains(element) && !element.closest(furniture),
  );
  return isText ? range.cloneRange() : undefined;
}
