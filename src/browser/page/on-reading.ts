/** The position of the window in the page, in pixels. */
export interface View {
  /** How far the page is scrolled, and how far it can be. */
  readonly scrolled: number;
  readonly scrollable: number;
  readonly height: number;
  /** Height of the bar that covers the window's upper edge. Jump targets stay below it. */
  readonly covered: number;
}

/** Pixels that the window may move before this counts as scrolling by the reader. */
const tolerance = 24;

/** The hash of the address when it was last read. */
let knownHash = location.hash;

/**
 * Replaces the hash of the address (empty for none) without a new entry in the history.
 * `onReading` does not take this for a jump.
 */
export function replaceHash(hash: string): void {
  try {
    history.replaceState(history.state, '', hash || location.pathname + location.search);
    knownHash = location.hash;
  } catch {
    // Safari throws after a hundred calls within half a minute.
  }
}

/**
 * Calls back when the reading position may have changed: after scrolling, jumps and changes of the
 * layout, at most once per frame. `byReader` is false while the window is where a link, the address
 * or the history has put it.
 */
export function onReading(callback: (view: View, byReader: boolean) => void): void {
  let due = false;
  /** Position of the last jump until the reader scrolls away; NaN until it is known. */
  let jumpedTo: number | undefined = location.hash ? Number.NaN : undefined;

  const look = () => {
    due = false;
    const view = currentView();
    // The window moves before the event that reports the new address.
    if (location.hash !== knownHash) jumpedTo = Number.NaN;
    knownHash = location.hash;
    if (Number.isNaN(jumpedTo)) jumpedTo = view.scrolled;
    if (jumpedTo !== undefined && Math.abs(view.scrolled - jumpedTo) > tolerance)
      jumpedTo = undefined;
    callback(view, jumpedTo === undefined);
  };
  const soon = () => {
    if (due) return;
    due = true;
    requestAnimationFrame(look);
  };
  const jump = () => {
    jumpedTo = Number.NaN;
    soon();
  };
  addEventListener('scroll', soon, { passive: true });
  addEventListener('hashchange', soon);
  addEventListener('pageshow', soon);
  // A link to the current hash does not change the address.
  addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest('a');
    if (link && link.hash === location.hash && link.hash) requestAnimationFrame(jump);
  });
  // A text that grows or shrinks moves the window's content without the reader.
  new ResizeObserver(() => {
    if (jumpedTo !== undefined) jumpedTo = Number.NaN;
    soon();
  }).observe(document.body);
  soon();
}

/** The current position of the window. */
export function currentView(): View {
  const page = document.documentElement;
  return {
    scrolled: scrollY,
    scrollable: page.scrollHeight - innerHeight,
    height: innerHeight,
    covered: coveredHeight(),
  };
}

/** Pixels at the window's upper edge that a fixed bar covers. Jump targets stay clear of it. */
export function coveredHeight(): number {
  const target = document.querySelector('.copy [id]');
  return (target && Number.parseFloat(getComputedStyle(target).scrollMarginTop)) || 0;
}
