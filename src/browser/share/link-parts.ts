import { adoptStyle } from '../page/adopt-style.ts';
import css from './part-link.css?inline';

/**
 * Sets a link to it beside each heading and on each picture of an article: to its own id, else
 * to the nearest one before it. `word` names what the link is for. The links hold no text, so
 * that a heading that is copied, quoted or searched is still the heading.
 */
export function linkParts(word: string): void {
  adoptStyle(css);
  let id = '';
  for (const part of document.querySelectorAll('.copy [id], .article figure')) {
    // Marks of notes and notes have ids as well.
    const own = part.id && !part.id.startsWith('ui-');
    if (own) id = part.id;
    const isHeading = own && /^H[2-4]$/.test(part.tagName);
    const image = part.matches('figure') && part.querySelector('img');
    if (!isHeading && !image) continue;
    const name = image ? image.alt : part.textContent;
    const link = document.createElement('a');
    link.className = 'part-link';
    link.href = `#${encodeURIComponent(id)}`;
    link.setAttribute('aria-label', name ? `${word} – ${name}` : word);
    // Else the link would be part of the heading's name.
    if (isHeading && name) part.setAttribute('aria-label', name);
    part.append(link);
  }
}
