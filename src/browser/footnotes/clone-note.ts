/**
 * What a note says, to be shown once more: without ids, which are the note's own, without links
 * back, and without notes that are open within it. Marks in it lead on to other notes.
 */
export function cloneNote(note: Element): Node[] {
  const copy = note.cloneNode(true) as Element;
  for (const element of copy.querySelectorAll('.footnote-back, .note-in-place'))
    element.remove();
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  for (const mark of copy.querySelectorAll('.footnote-ref')) {
    mark.setAttribute('aria-expanded', 'false');
    mark.removeAttribute('aria-controls');
  }
  return [...copy.childNodes];
}
