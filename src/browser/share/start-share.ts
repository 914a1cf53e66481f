import { onFirstUse } from '../page/on-first-use.ts';
import { linkParts } from './link-parts.ts';

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
  const loadShare = async () => (await import('./share-link.ts')).shareLink;
  onFirstUse(button, loadShare);
  onFirstUse(find('.cite'), async () => (await import('../cite/open-cite.ts')).openCite);
  onFirstUse(find('.qr-code'), async () => (await import('./show-code.ts')).showCode);

  linkParts(button.textContent ?? '');
  addEventListener('click', async (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.part-link');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    try {
      (await loadShare())(link);
    } catch {
      location.hash = link.hash;
    }
  });
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
