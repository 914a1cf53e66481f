import { adoptStyle } from '../page/make-element.ts';
import { onFirstUse, onPlainClick } from '../page/on-click.ts';
import css from './part-link.css?inline';

/** Milliseconds that printing waits for the QR code. */
const codeTimeout = 1500;

/**
 * Lets readers share an article, its sections and its pictures: by link, by citation, or by a QR
 * code. The links at sections and pictures stay links where the rest cannot be loaded.
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

/** Adds the QR code of the page before printing starts, if it starts by the keyboard. */
function printCode(): void {
  const load = async () => (await import('./paper-code.ts')).placePaperCode();
  let placed = false;
  addEventListener('keydown', async (event) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
    if (key !== 'p' || ctrlKey === metaKey || shiftKey || altKey) return;
    if (placed || defaultPrevented) return;
    event.preventDefault();
    placed = true;
    const wait = new Promise((resolve) => setTimeout(resolve, codeTimeout));
    await Promise.race([load(), wait]).catch(() => {});
    print();
  });
}

/**
 * Adds a link to each heading and picture of an article: to its own id, or to the nearest id before
 * it. `word` is the link's accessible name. The links have no text, so that a heading stays
 * the same when it is copied, quoted or searched.
 */
function linkParts(word: string): void {
  adoptStyle(css);
  let id = '';
  for (const part of document.querySelectorAll('.copy [id], .article figure')) {
    // Notes and their marks have ids too.
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
    // Without this, the link would be part of the heading's accessible name.
    if (isHeading && name) part.setAttribute('aria-label', name);
    part.append(link);
  }
}
