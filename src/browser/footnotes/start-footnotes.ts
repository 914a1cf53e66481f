import { onPlainClick } from '../page/on-click.ts';

/** Makes footnote marks open their note in place. Where that fails, they lead to the note. */
export function startFootnotes(): void {
  const selector = 'a.footnote-ref';
  for (const mark of document.querySelectorAll(selector))
    mark.setAttribute('aria-expanded', 'false');
  onPlainClick(
    selector,
    async (mark, { detail }) =>
      (await import('./toggle-note.ts')).toggleNote(mark, detail === 0),
    (mark) => {
      location.hash = mark.hash;
    },
  );
}
