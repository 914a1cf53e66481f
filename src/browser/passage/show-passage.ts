import { adoptStyle, makeElement } from '../page/make-element.ts';
import { findPassages } from './find-passages.ts';
import { type PageText, readPageText } from './page-text.ts';
import css from './passage-mark.css?inline';
import { parsePassageAddress, type TextDirective } from './text-directive.ts';

/** The most matches that are checked. The first is the right one, unless the text has changed. */
const maxMatches = 100;

let styled = false;

/**
 * Marks the passages of an address and scrolls to the first one, or to the paragraph of the address
 * if no passage is found: for browsers without text directives, and for links that were encoded
 * on their way.
 */
export function showPassage(address: string): void {
  const { id = '', directives = [] } = parsePassageAddress(address) ?? {};
  const place = id === '' ? null : document.getElementById(id);
  const page = readPageText();
  const ranges = directives.flatMap((directive) => findPassage(page, directive, place));
  const hash = place ? `#${encodeURIComponent(id)}` : '';
  const [first] = ranges;
  if (!first) {
    // Jumps there, so that the browser marks it as the target.
    if (place) location.replace(hash);
    return;
  }
  // Unlike `replaceHash`, this counts as a jump for `onReading`.
  history.replaceState(history.state, '', hash || location.pathname + location.search);
  if (!styled) adoptStyle(css);
  styled = true;
  openAround(first);
  keepInView(markPassages(ranges));
}

/** The match in the paragraph of the link, or the first one. */
function findPassage(page: PageText, directive: TextDirective, place: Element | null): Range[] {
  const found: Range[] = [];
  for (const passage of findPassages(page, directive)) {
    found.push(page.toRange(passage));
    if (found.length === maxMatches) break;
  }
  const best = found.find((range) => place && range.intersectsNode(place)) ?? found[0];
  return best ? [best] : [];
}

function openAround({ startContainer }: Range): void {
  const closed = () =>
    startContainer.parentElement?.closest<HTMLDetailsElement>('details:not([open])');
  for (let details = closed(); details; details = closed()) details.open = true;
}

/** Scrolls to a place, and again after late fonts have moved it, unless the reader has moved on. */
function keepInView(place: Pick<Range, 'getBoundingClientRect'>): void {
  const show = () => {
    const { top } = place.getBoundingClientRect();
    // The browser may have scrolled to the paragraph already.
    if (top < innerHeight / 8 || top > innerHeight * 0.6)
      scrollTo({ top: scrollY + top - innerHeight / 3, behavior: 'instant' });
  };
  show();
  const leaving = new AbortController();
  const { signal } = leaving;
  for (const event of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
    addEventListener(event, () => leaving.abort(), { signal, passive: true });
  void document.fonts.ready.then(() => {
    if (!signal.aborted) show();
    leaving.abort();
  });
}

/** Marks passages of the page. Returns the first one as a place to scroll to. */
function markPassages(ranges: readonly Range[]): Pick<Range, 'getBoundingClientRect'> {
  const [first] = ranges as readonly [Range, ...Range[]];
  if (typeof CSS !== 'undefined' && 'highlights' in CSS && 'Highlight' in window) {
    CSS.highlights.set('ui-passage', new Highlight(...ranges));
    return first;
  }
  const marks = ranges.map(wrapText);
  return marks[0]?.[0] ?? first;
}

/** Wraps each text of a range in a `mark`, for browsers without highlights. */
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
