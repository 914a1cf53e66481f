import { pageAddress } from './page-address.ts';
import { passOn } from './pass-on.ts';

/** Passes on the page, or the part of it that a link leads to. */
export function shareLink(button: HTMLElement): void {
  void passOn(pageAddress() + (button instanceof HTMLAnchorElement ? button.hash : ''));
}
