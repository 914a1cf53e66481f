import { adoptStyle, makeElement } from '../page/make-element.ts';
import { findPassages } from './find-passages.ts';
import { type PageText, readPageText } from './page-text.ts';
import css from './passage-mark.css?inline';
import { parsePassageAddress, type TextDirective } from './text-directive.ts';

/** Places that are looked at: the right one is the first, but where a text has been changed. */
const most = 100;

let styled = false;

/**
 * Does what a browser without text directives, or a link that was encoded on its way, leaves
 * undone: marks the passages that an address names and brings the first one into view; without
 * them, the paragraph that it names.
 */
export function showPassage(address: string): void {
  const { id = '', directives = [] } = parsePassageAddress(address) ?? {};
  const place = id === '' ? null : document.getElementById(id);
  const page = readPageText();
  const ranges = directives.flatMap((directive) => findPassage(page, directive, place));
  const hash = place ? `#${encodeURIComponent(id)}` : '';
  const [first] = ranges;
  if (!first) {
    // Jumps there, and marks it as any browser marks what is jumped to.
    if (place) location.replace(hash);
    return;
  }
  // A jump, to scripts that let the address follow the reader.
  history.replaceState(history.state, '', hash || location.pathname + location.search);
  if (!styled) adoptStyle(css);
  styled = true;
  openAround(first);
  keepInView(markPassages(ranges));
}

/** Of several that fit, the one in the paragraph that the link names. */
function findPassage(page: PageText, directive: TextDirective, place: Element | null): Range[] {
  const found: Range[] = [];
  for (const passage of findPassages(page, directive)) {
    found.push(page.toRange(passage));
    if (found.length === most) break;
  }
  const best = found.find((range) => place && range.intersectsNode(place)) ?? found[0];
  return best ? [best] : [];
}

function openAround({ startContainer }: Range): void {
  const closed = () =>
    startContainer.parentElement?.closest<HTMLDetailsElement>('details:not([open])');
  for (let details = closed(); details; details = closed()) details.open = true;
}

/** Scrolls to it, and again when late fonts have moved it, unless the reader has gone on. */
function keepInView(place: Pick<Range, 'getBoundingClientRect'>): void {
  const show = () => {
    const { top } = place.getBoundingClientRect();
    // A browser that knows the paragraph has gone there already.
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

/** Marks passages of the page; the result is the first one, to be scrolled to. */
function markPassages(ranges: readonly Range[]): Pick<Range, 'getBoundingClientRect'> {
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
