/**
 * Makes marks of footnotes open their note in place. Any other use of them (another tab, copying
 * the address) is that of a link, and so is a click where the rest cannot be loaded.
 */
export function startFootnotes(): void {
  const selector = 'a.footnote-ref';
  for (const mark of document.querySelectorAll(selector))
    mark.setAttribute('aria-expanded', 'false');
  addEventListener('click', async (event) => {
    const mark = (event.target as Element).closest<HTMLAnchorElement>(selector);
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    try {
      (await import('./toggle-note.ts')).toggleNote(mark, event.detail === 0);
    } catch {
      location.hash = mark.hash;
    }
  });
}
