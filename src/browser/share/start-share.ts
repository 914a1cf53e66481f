import { adoptStyle } from '../page/make-element.ts';
import { onFirstUse, onPlainClick } from '../page/on-click.ts';
import css from './part-link.css?inline';

/** Milliseconds that a print waits for its code. */
const patience = 1500;

/**
 * Lets an article be passed on: as a whole, its sections and its pictures, by link, by citation,
 * or by a code to be photographed. Another use of the links at its parts (another tab, copying
 * the address) is that of a link, and so is a click where the rest cannot be loaded.
 */
export function startShare(): void {
  const button = document.querySelector<HTMLElement>('.share');
  if (!button) return;
  const find = (name: string) => document.querySelector<HTMLElement>(name);
  const loadShare = async () => (await import('./pass-on.ts')).shareLink;
  onFirstUse(button, loadShare);
  onFirstUse(find('.cite'), async () => (await import('../cite/open-cite.ts')).openCite);
  onFirstUse(find('.qr-code'), async () => (await import('./show-code.ts')).showCode);

  linkParts(button.textContent ?? '');
  onPlainClick(
    '.part-link',
    async (link) => (await loadShare())(link),
    (link) => {
      location.hash = link.hash;
    },
  );
  printCode();
}

/** A page that is printed by its key has the code of its address: made before the print begins. */
function printCode(): void {
  const load = async () => (await import('./paper-code.ts')).placePaperCode();
  let placed = false;
  addEventListener('keydown', async (event) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
    if (key !== 'p' || ctrlKey === metaKey || shiftKey || altKey) return;
    if (placed || defaultPrevented) return;
    event.preventDefault();
    placed = true;
    const wait = new Promise((resolve) => setTimeout(resolve, patience));
    await Promise.race([load(), wait]).catch(() => {});
    print();
  });
}

/**
 * Sets a link to it beside each heading and on each picture of an article: to its own id, else
 * to the nearest one before it. `word` names what the link is for. The links hold no text, so
 * that a heading that is copied, quoted or searched is still the heading.
 */
function linkParts(word: string): void {
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
