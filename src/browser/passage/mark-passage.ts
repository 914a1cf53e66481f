import { makeElement } from '../page/make-element.ts';

/** Marks passages of the page; the result is the first one, to be scrolled to. */
export function markPassages(ranges: readonly Range[]): Pick<Range, 'getBoundingClientRect'> {
  const [first] = ranges as readonly [Range, ...Range[]];
  if (typeof CSS !== 'undefined' && 'highlights' in CSS && 'Highlight' in window) {
    CSS.highlights.set('ui-passage', new Highlight(...ranges));
    return first;
  }
  const marks = ranges.map(wrapText);
  return marks[0]?.[0] ?? first;
}

/** Wraps each text of a range into a `mark`, for browsers without highlights. */
function wrapText(range: Range): HTMLElement[] {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const texts: Text[] = startContainer === endContainer ? [startContainer as Text] : [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (range.intersectsNode(text) && text.data.trim() !== '') texts.push(text);
  }
  return texts.map((text) => {
    const part = document.createRange();
    part.setStart(text, text === startContainer ? startOffset : 0);
    part.setEnd(text, text === endContainer ? endOffset : text.length);
    const mark = makeElement('mark', { class: 'ui-passage' });
    part.surroundContents(mark);
    return mark;
  });
}
