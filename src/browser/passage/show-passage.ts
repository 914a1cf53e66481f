import { adoptStyle } from '../page/adopt-style.ts';
import { findPassages } from './find-passages.ts';
import { markPassages } from './mark-passage.ts';
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
