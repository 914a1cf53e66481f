/** Milliseconds without a change of the selection before the bar is shown. */
const delay = 250;

/**
 * Lets readers share a selected passage of an article, and shows the passage of a link if the
 * browser does not.
 */
export function startPassage(): void {
  const article = document.querySelector('.article');
  if (!article) return;

  const show = async (...addresses: string[]) => {
    const address = addresses.find((one) => /:~:|%3A~%3A/i.test(one));
    if (address) (await import('./show-passage.ts')).showPassage(address);
  };
  addEventListener('hashchange', () => void show(location.hash));
  // Browsers that support directives remove them from the address before scripts run. So do those
  // where the feature is disabled, but there the navigation entry still has them.
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
    }, delay);
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
