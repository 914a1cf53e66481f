/** Pixels between a selection and the bar. */
const gap = 8;

/**
 * Puts the bar where it can be seen and hides nothing of the passage: below its end, within the
 * window. Under a finger it stands at the window's lower edge, or the upper one where the passage
 * reaches down there: the system's own menu and handles are at the passage.
 */
export function placeBar(bar: HTMLElement, passage: Range): void {
  const rects = [...passage.getClientRects()].filter(({ width }) => width > 0);
  const last = rects.at(-1) ?? passage.getBoundingClientRect();
  const { style, dataset } = bar;
  if (matchMedia('(pointer: coarse)').matches) {
    const room = bar.offsetHeight * 3;
    dataset['at'] = last.bottom > innerHeight - room ? 'top' : 'bottom';
    style.top = '';
    style.left = '';
    return;
  }
  delete dataset['at'];
  const isRightToLeft = document.documentElement.dir === 'rtl';
  const { clientWidth, clientHeight } = document.documentElement;
  const end = isRightToLeft ? last.left : last.right - bar.offsetWidth;
  const left = Math.min(Math.max(gap, end), clientWidth - bar.offsetWidth - gap);
  const lowest = clientHeight - bar.offsetHeight - gap;
  const top = Math.min(Math.max(gap, last.bottom + gap), lowest);
  style.left = `${left + scrollX}px`;
  style.top = `${top + scrollY}px`;
}
