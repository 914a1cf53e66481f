import { scriptWord } from '../page/script-words.ts';
import { copyText } from './copy-text.ts';
import { tell } from './tell.ts';

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
