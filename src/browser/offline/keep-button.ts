import { makeElement } from '../page/make-element.ts';
import { scriptWord } from '../page/script-words.ts';
import { pageKey } from './cache-rules.ts';
import { areKept, createKeeper, removeKept } from './kept-pages.ts';

/** The most articles of a list that are saved at once. */
const maxPages = 100;

/** Pages that are fetched at the same time. */
const concurrency = 4;

/** Saves the page, or a list with its articles, or removes them. The button shows the progress. */
export async function useKeepButton(button: HTMLElement): Promise<void> {
  if (button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  const pages = pagesToKeep();
  try {
    if ('kept' in button.dataset) {
      await removeKept(pages);
      show(button, 'save');
    } else {
      await keep(button, pages);
    }
  } catch {
    show(button, 'failed');
  }
  button.ariaBusy = null;
  announce(button);
}

/** Shows that a page is saved, or a list with all its articles. */
export async function showKept(button: HTMLElement): Promise<void> {
  if (button.ariaBusy !== 'true' && (await areKept(pagesToKeep()))) show(button, 'saved');
}

async function keep(button: HTMLElement, pages: readonly string[]): Promise<void> {
  // Without this, a browser that is short of storage may delete saved pages.
  void navigator.storage?.persist?.().catch(() => {});
  const keepPage = await createKeeper();
  const failed: string[] = [];
  let done = 0;
  const waiting = pages.values();
  const work = async () => {
    for (const page of waiting) {
      await keepPage(page).catch(() => failed.push(page));
      done += 1;
      if (pages.length > 1) button.textContent = `${done - failed.length}/${pages.length}`;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  if (failed.length === 0) show(button, 'saved');
  else
    show(button, 'failed', pages.length > 1 ? `${done - failed.length}/${pages.length}` : '');
}

/** The article; for a list, its articles and then the list. */
function pagesToKeep(): string[] {
  const links = document.querySelectorAll<HTMLAnchorElement>(
    'body:not(.page-article) .teaser-headline a',
  );
  const pages = [...links].slice(0, maxPages).map(({ href }) => href);
  return [...new Set([...pages, location.href].map(pageKey))];
}

function show(button: HTMLElement, state: 'save' | 'saved' | 'failed', count = ''): void {
  const { dataset } = button;
  delete dataset['kept'];
  if (state === 'saved') dataset['kept'] = '';
  const text =
    state === 'saved' ? `${scriptWord('saved')} · ${scriptWord('remove')}` : scriptWord(state);
  button.textContent = [count, text].filter(Boolean).join(' · ');
}

/** Announces the outcome to screen readers. */
function announce(button: HTMLElement): void {
  const status =
    document.getElementById('ui-kept') ??
    makeElement('p', { id: 'ui-kept', class: 'hidden', role: 'status' });
  if (!status.isConnected) document.body.append(status);
  setTimeout(() => {
    status.textContent = button.textContent;
  }, 100);
}
