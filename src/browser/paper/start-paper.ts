import { bareAddress, readableAddress } from './readable-address.ts';

/**
 * Prepares an article for printing: numbers its links to other sites, lists their addresses at the
 * end, and opens collapsed details. Undoes all of this after printing. Meanwhile the root element
 * has `data-paper`.
 */
export function startPaper(): void {
  const root = document.documentElement;
  const article = document.querySelector('.article');
  const undo: (() => void)[] = [];
  addEventListener('beforeprint', () => {
    // Some browsers send the event twice.
    if (!article || 'paper' in root.dataset) return;
    root.dataset['paper'] = '';
    for (const details of article.querySelectorAll<HTMLDetailsElement>(
      '.copy details:not([open])',
    )) {
      details.open = true;
      undo.push(() => {
        details.open = false;
      });
    }
    const list = document.createElement('ol');
    list.className = 'paper-links';
    const addresses: string[] = [];
    for (const link of article.querySelectorAll<HTMLAnchorElement>(
      ':is(.copy, .article-footer) a[href^="http"]',
    )) {
      const address = readableAddress(link.href);
      if (
        link.closest('.note-in-place') ||
        bareAddress(link.textContent) === bareAddress(address)
      )
        continue;
      if (!addresses.includes(address)) {
        addresses.push(address);
        list.append(document.createElement('li'));
        list.lastElementChild?.append(address);
      }
      const mark = document.createElement('sup');
      mark.className = 'paper-link';
      // The brackets distinguish it from the number of a footnote.
      mark.append(`[${addresses.indexOf(address) + 1}]`);
      link.after(mark);
      undo.push(() => mark.remove());
    }
    if (addresses.length > 0) article.append(list);
    undo.push(() => list.remove());
  });
  addEventListener('afterprint', () => {
    delete root.dataset['paper'];
    for (const step of undo.splice(0)) step();
  });
}
