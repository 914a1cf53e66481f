/** Calls back when the browser is idle. */
export function onIdle(callback: () => void): void {
  (window.requestIdleCallback ?? setTimeout)(callback);
}

/** Calls back when the page has loaded and the browser is idle. */
export function onIdleAfterLoad(callback: () => void): void {
  if (document.readyState === 'complete') onIdle(callback);
  else addEventListener('load', () => onIdle(callback), { once: true });
}

/** Calls back when a reader sees the page: at once, or at the end of its prerendering. */
export function onceShown(callback: () => void): void {
  if ('prerendering' in document && document.prerendering)
    document.addEventListener('prerenderingchange', callback, { once: true });
  else callback();
}
