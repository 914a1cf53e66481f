/**
 * Next and previous section by the buttons of the navigation, and by Alt with Page Down and
 * Page Up: a single letter would get in the way of speech input (WCAG 2.1.4). `find` gives
 * the link of the section that many further on.
 */
export function stepBetween(
  nav: HTMLElement,
  find: (by: number) => HTMLAnchorElement | undefined,
): void {
  const step = (by: number) => {
    const link = find(by);
    if (link) {
      link.click();
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      heading?.setAttribute('tabindex', '-1');
      heading?.focus({ preventScroll: true });
    } else scrollTo({ top: by < 0 ? 0 : document.body.scrollHeight });
  };
  for (const button of nav.querySelectorAll<HTMLElement>('[data-step]')) {
    const key = `Alt+Page${button.dataset['step'] === '1' ? 'Down' : 'Up'}`;
    button.setAttribute('aria-keyshortcuts', key);
    button.title = `${button.getAttribute('aria-label')} (${key})`;
  }
  nav.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>('[data-step]');
    if (button) step(Number(button.dataset['step']));
  });
  addEventListener('keydown', (event) => {
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    const { altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
    if (!by || !altKey || ctrlKey || metaKey || shiftKey || defaultPrevented) return;
    event.preventDefault();
    step(by);
  });
}
