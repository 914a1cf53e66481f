/** Milliseconds for which a selection must rest. */
const rest = 250;

/**
 * Lets any passage of an article be passed on, once it is selected; and shows a passage that a
 * link leads to, where the browser has not done so.
 */
export function startPassage(): void {
  const article = document.querySelector('.article');
  if (!article) return;

  const show = async (...addresses: string[]) => {
    const address = addresses.find((one) => /:~:|%3A~%3A/i.test(one));
    if (address) (await import('./show-passage.ts')).showPassage(address);
  };
  addEventListener('hashchange', () => void show(location.hash));
  // Browsers that know directives take them out of the address before any script sees it; so do
  // those in which they are switched off, but these remember how they came here.
  const { name = '' } =
    ('fragmentDirective' in document ? [] : performance.getEntriesByType('navigation'))[0] ??
    {};
  void show(location.hash, name);

  let timer: ReturnType<typeof setTimeout>;
  let used = false;
  let pressed = false;
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (pressed || (!used && getSelection()?.isCollapsed !== false)) return;
      used = true;
      (await import('./offer-passage.ts')).offerPassage(article);
    }, rest);
  };
  addEventListener('pointerdown', ({ pointerType }) => {
    pressed = pointerType === 'mouse';
  });
  addEventListener('pointerup', () => {
    pressed = false;
    look();
  });
  document.addEventListener('selectionchange', look);
}
