/**
 * Loads what a button opens when it is first used, and hands each use on. What is wanted is
 * known a moment before: when the pointer or the focus reaches the button.
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
 * Calls back instead of following a link that `selector` finds, when it is clicked. Any other use
 * of it (another tab, copying the address) is that of a link, and so is a click where `follow`
 * fails: then `otherwise` is called.
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
