import type { SearchIndex } from './search-index.ts';

interface Pagefind {
  createInstance(options: Readonly<Record<string, unknown>>): SearchIndex;
}

const opened = new Map<string, Promise<SearchIndex>>();
let attempts = 0;

/**
 * The index of one language, loaded when it is first asked for. `files` is the folder of all
 * indexes, `base` that of the site, as addresses. Rejects where it cannot be loaded; asking again
 * tries again.
 */
export function openIndex(files: string, base: string, language: string): Promise<SearchIndex> {
  const known = opened.get(language);
  if (known) return known;
  const opening = load(files, base, language);
  opened.set(language, opening);
  opening.catch(() => forgetIndex(language));
  return opening;
}

/** To be loaded anew when it is asked for again. */
export function forgetIndex(language: string): void {
  opened.delete(language);
}

async function load(files: string, base: string, language: string): Promise<SearchIndex> {
  // Each language has rules of its own for words, and a module holds those of one. A module that
  // failed to load stays so under its address.
  attempts += 1;
  const address = new URL(`${files}pagefind.js?${language}-${attempts}`, location.href).href;
  const { createInstance } = (await import(address)) as Pagefind;
  const root = document.documentElement;
  const { lang } = root;
  try {
    // It takes the language from the page and from nowhere else, before it first waits.
    root.lang = language;
    return createInstance({
      basePath: files,
      baseUrl: base,
      excerptEllipsis: '…',
      noWorker: true,
    });
  } finally {
    root.lang = lang;
  }
}
