import { adoptStyle } from '../page/make-element.ts';
import { makeCode } from './make-code.ts';
import { pageAddress } from './page-address.ts';
import css from './paper-code.css?inline';

let placed = false;

/** Puts the code of this page's address at the end of the article, for paper alone. */
export function placePaperCode(): void {
  const footer = document.querySelector('.article-footer');
  if (placed || !footer) return;
  placed = true;
  adoptStyle(css);
  const code = makeCode(pageAddress());
  code.classList.add('paper-code');
  footer.prepend(code);
}
