/** Pixels that a finger moves to one side, and not more up or down, for it to be a swipe. */
const far = 48;

/** Calls back with 1 where a finger swipes leftwards, as one does to see what is on the right. */
export function onSwipe(element: HTMLElement, callback: (by: 1 | -1) => void): void {
  let from: Touch | undefined;
  element.addEventListener(
    'touchstart',
    ({ touches }) => {
      from = touches.length === 1 ? touches[0] : undefined;
    },
    { passive: true },
  );
  element.addEventListener('touchend', ({ changedTouches: [to] }) => {
    if (!from || !to || (visualViewport?.scale ?? 1) > 1) return;
    const across = from.clientX - to.clientX;
    if (Math.abs(across) < far || Math.abs(from.clientY - to.clientY) > Math.abs(across))
      return;
    callback(across > 0 ? 1 : -1);
  });
}
