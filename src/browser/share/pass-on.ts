import { adoptStyle, makeElement } from '../page/make-element.ts';
import { scriptWord } from '../page/script-words.ts';
import css from './announcement.css?inline';
import { copyText } from './copy-text.ts';
import { pageAddress } from './page-address.ts';

/** Shares the page, or the part of it that a link leads to. */
export function shareLink(button: HTMLElement): void {
  void passOn(pageAddress() + (button instanceof HTMLAnchorElement ? button.hash : ''));
}

/**
 * Shares a link: by the dialog of the device, or by the clipboard, or by mail. A reader who closes
 * the dialog gets none of the others.
 */
export async function passOn(url: string): Promise<void> {
  const title = document.querySelector('h1')?.textContent?.trim() ?? document.title;
  try {
    const { share } = navigator;
    if (share as unknown) {
      await share.call(navigator, { title, url });
      return;
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return;
  }
  await copyLink(url, title);
}

/** Copies a link and announces it. Where the browser cannot copy, opens a mail with the link. */
export async function copyLink(url: string, title = document.title): Promise<void> {
  if (await copyText(url)) announce(scriptWord('linkCopied'));
  else {
    const [subject, body] = [title, url].map(encodeURIComponent);
    location.href = `mailto:?subject=${subject}&body=${body}`;
  }
}

/** Milliseconds for which an announcement is shown. */
const shownFor = 4000;

let status: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows a message for a short time; screen readers announce it. */
function announce(text: string): void {
  if (!status) {
    adoptStyle(css);
    status = makeElement('p', { id: 'ui-status', role: 'status' });
    document.body.append(status);
  }
  clearTimeout(timer);
  const place = status;
  place.textContent = '';
  // Screen readers skip text that is there from the start, and the same text again.
  timer = setTimeout(() => {
    place.textContent = text;
    timer = setTimeout(() => {
      place.textContent = '';
    }, shownFor);
  }, 100);
}
