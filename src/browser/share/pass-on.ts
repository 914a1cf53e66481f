import { adoptStyle, makeElement } from '../page/make-element.ts';
import { scriptWord } from '../page/script-words.ts';
import { copyText } from './copy-text.ts';
import { pageAddress } from './page-address.ts';
import css from './tell.css?inline';

/** Passes on the page, or the part of it that a link leads to. */
export function shareLink(button: HTMLElement): void {
  void passOn(pageAddress() + (button instanceof HTMLAnchorElement ? button.hash : ''));
}

/**
 * Passes a link on: by the device's own sheet, else by the clipboard, else by mail. A reader who
 * closes the sheet wants none of the others.
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

/** Copies a link and says so; where nothing can be copied, begins a mail with it. */
export async function copyLink(url: string, title = document.title): Promise<void> {
  if (await copyText(url)) tell(scriptWord('linkCopied'));
  else {
    const [subject, body] = [title, url].map(encodeURIComponent);
    location.href = `mailto:?subject=${subject}&body=${body}`;
  }
}

/** Milliseconds: long enough to be found and read. */
const shown = 4000;

let status: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says what was done, for a while, to those who see it and to those who hear it. */
export function tell(text: string): void {
  if (!status) {
    adoptStyle(css);
    status = makeElement('p', { id: 'ui-told', role: 'status' });
    document.body.append(status);
  }
  clearTimeout(timer);
  const place = status;
  place.textContent = '';
  // What is there from the start, and the same text again, is not read out.
  timer = setTimeout(() => {
    place.textContent = text;
    timer = setTimeout(() => {
      place.textContent = '';
    }, shown);
  }, 100);
}
