import { adoptStyle, makeElement } from '../page/make-element.ts';
import { onReading } from '../page/on-reading.ts';
import css from './progress.css?inline';

/** Shows how much of an article has been read, as a line at the window's upper edge. */
export function startProgress(): void {
  const text = document.querySelector('.article-body');
  if (!text) return;
  adoptStyle(css);
  const line = makeElement('div', { class: 'progress', 'aria-hidden': 'true' });
  document.body.append(line);
  onReading(({ height }) => {
    const { top, bottom } = text.getBoundingClientRect();
    const toRead = bottom - top - height;
    const read = toRead > 0 ? Math.min(1, Math.max(0, -top / toRead)) : 0;
    line.style.transform = `scaleX(${read.toFixed(4)})`;
  });
}
