import {
  markRange,
  processTextFragmentDirective,
} from 'text-fragments-polyfill/text-fragment-utils';
import { adoptStyle } from '../page/adopt-style.ts';
import css from './passage-mark.css?inline';
import { parsePassageAddress, type TextDirective } from './text-directive.ts';

let styled = false;

/**
 * Does what a browser without text directives, or a link that was encoded on its way, leaves
 * undone: marks the passages that an address names and brings the first one into view; without
 * them, the paragraph that it names.
 */
export function showPassage(address: string): void {
  const { id = '', directives = [] } = parsePassageAddress(address) ?? {};
  const place = id === '' ? null : document.getElementById(id);
  const ranges = directives.flatMap((directive) => findPassage(directive, place));
  if (!styled) adoptStyle(css);
  styled = true;
  const first = ranges[0];
  if (!first) {
    // Jumps there, and marks it as any browser marks what is jumped to.
    if (place) location.replace(`#${encodeURIComponent(id)}`);
    return;
  }
  // Told from a jump by scripts that let the address follow the reader.
  const hash = place ? `#${encodeURIComponent(id)}` : '';
  history.replaceState(history.state, '', hash || location.pathname + location.search);
  reveal(first);
  mark(ranges);
  keepInView(first);
}

/** Of two passages that fit, the one in the paragraph that the link names. */
function findPassage(directive: TextDirective, place: Element | null): Range[] {
  const found = processTextFragmentDirective({ ...directive });
  const best = found.find((range) => place && range.intersectsNode(place)) ?? found[0];
  return best ? [best] : [];
}

function reveal({ startContainer }: Range): void {
  let within = startContainer.parentElement?.closest<HTMLDetailsElement>('details:not([open])');
  while (within) {
    within.open = true;
    within = within.parentElement?.closest<HTMLDetailsElement>('details:not([open])');
  }
}

function mark(ranges: readonly Range[]): void {
  if (typeof CSS !== 'undefined' && 'highlights' in CSS && 'Highlight' in window)
    CSS.highlights.set('ui-passage', new Highlight(...ranges));
  else
    for (const range of ranges)
      for (const part of markRange(range.cloneRange())) part.classList.add('ui-passage');
}

/** Scrolls to it, and again when late fonts have moved it, unless the reader has gone on. */
function keepInView(range: Range): void {
  // Marks that stand in its place leave a range without a size.
  const shown = () =>
    document.querySelector('mark.ui-passage')?.getBoundingClientRect() ??
    range.getBoundingClientRect();
  const show = () => {
    const { top } = shown();
    scrollTo({ top: scrollY + top - innerHeight / 3, behavior: 'instant' });
  };
  show();
  const leaving = new AbortController();
  for (const event of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
    addEventListener(event, () => leaving.abort(), { signal: leaving.signal, passive: true });
  void document.fonts.ready.then(() => {
    if (!leaving.signal.aborted) show();
    leaving.abort();
  });
}
