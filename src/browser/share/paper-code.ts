import { adoptStyle } from '../page/make-element.ts';
import { makeCode } from './make-code.ts';
import { pageAddress } from './page-address.ts';
import css from './paper-code.css?inline';

let placed = false;

/** Adds the QR code of this page's address to the end of the article, for print only. */
export function placePaperCode(): void {
  const footer = document.querySelector('.article-footer');
  if (placed || !footer) return;
  placed = true;
  adoptStyle(css);
  const code = makeCode(pageAddress());
  code.classList.add('paper-code');
  footer.prepend(code);
}
