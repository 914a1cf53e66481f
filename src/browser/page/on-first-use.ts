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
