/**
 * Loads the code of a button on first use and calls it on each click. Loading starts when the
 * pointer or the focus reaches the button, a moment before the click.
 */
export function onFirstUse(
  button: HTMLElement | null,
  load: () => Promise<(button: HTMLElement) => void>,
): void {
  if (!button) return;
  const warm = () => void load().catch(() => {});
  button.addEventListener('pointerenter', warm, { once: true });
  button.addEventListener('focus', warm, { once: true });
  button.addEventListener('click', async () => (await load())(button));
}

/**
 * Calls `follow` on a plain click on a link that matches `selector`, and `otherwise` where `follow`
 * fails. Other uses of the link (opening a tab, copying the address) are left to the browser.
 */
export function onPlainClick(
  selector: string,
  follow: (link: HTMLAnchorElement, event: MouseEvent) => Promise<void>,
  otherwise: (link: HTMLAnchorElement) => void,
): void {
  addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(selector);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    follow(link, event).catch(() => otherwise(link));
  });
}
