/** Where the window stands in the page: pixels. */
export interface View {
  /** How far the page is scrolled, and how far it can be. */
  readonly scrolled: number;
  readonly scrollable: number;
  readonly height: number;
  /** What covers the window's upper edge: a heading that is jumped to stands right below. */
  readonly covered: number;
}

/** Pixels by which the window may move before it counts as scrolled by the reader. */
const still = 24;

/** The part of the address behind the `#`, as it was when it was last looked at. */
let known = location.hash;

/**
 * Puts another part, or none, behind the address, in place of the entry of the history that is
 * there; to `onReading` this is no jump.
 */
export function replaceHash(hash: string): void {
  try {
    history.replaceState(history.state, '', hash || location.pathname + location.search);
    known = location.hash;
  } catch {
    // Safari throws when it is done a hundred times in half a minute.
  }
}

/**
 * Calls back whenever the place that is read may be another: after scrolling, jumps, and all that
 * changes the page's layout, once a frame at most. `byReader` is false while the window stands
 * where a link, the address or the history has put it.
 */
export function onReading(callback: (view: View, byReader: boolean) => void): void {
  let due = false;
  /** Where a jump led to, until the reader scrolls away: not a number until it is known. */
  let jumpedTo: number | undefined = location.hash ? Number.NaN : undefined;

  const look = () => {
    due = false;
    const view = currentView();
    // The window has moved before anybody is told that the address changed.
    if (location.hash !== known) jumpedTo = Number.NaN;
    known = location.hash;
    if (Number.isNaN(jumpedTo)) jumpedTo = view.scrolled;
    if (jumpedTo !== undefined && Math.abs(view.scrolled - jumpedTo) > still)
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
  // A link to where the address is already changes no address.
  addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest('a');
    if (link && link.hash === location.hash && link.hash) requestAnimationFrame(jump);
  });
  // A text that grows or shrinks moves what the reader sees, but the reader has not moved.
  new ResizeObserver(() => {
    if (jumpedTo !== undefined) jumpedTo = Number.NaN;
    soon();
  }).observe(document.body);
  soon();
}

/** Where the window stands now. */
export function currentView(): View {
  const page = document.documentElement;
  return {
    scrolled: scrollY,
    scrollable: page.scrollHeight - innerHeight,
    height: innerHeight,
    covered: coveredHeight(),
  };
}

/** Pixels of the window's upper edge that a fixed bar covers. Jump targets stay clear of it. */
export function coveredHeight(): number {
  const target = document.querySelector('.copy [id]');
  return (target && Number.parseFloat(getComputedStyle(target).scrollMarginTop)) || 0;
}
