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
