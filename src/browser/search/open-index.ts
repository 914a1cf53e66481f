import type { SearchIndex } from './search-index.ts';

interface Pagefind {
  createInstance(options: Readonly<Record<string, unknown>>): SearchIndex;
}

/** A part of the index, as `parts.json` names it, with the languages in it. */
interface IndexPart {
  readonly name: string;
  readonly languages: readonly string[];
}

/** The index of one language, and the names of its parts, the newest first. */
export interface OpenedIndex {
  readonly index: SearchIndex;
  readonly parts: readonly string[];
}

const opened = new Map<string, Promise<OpenedIndex>>();
let attempts = 0;

/**
 * The index of one language, loaded when it is first asked for. `files` is the folder of all
 * indexes, `base` that of the site, as addresses. Rejects where it cannot be loaded; asking again
 * tries again.
 */
export function openIndex(files: string, base: string, language: string): Promise<OpenedIndex> {
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

async function load(files: string, base: string, language: string): Promise<OpenedIndex> {
  // Each language has rules of its own for words, and a module holds those of one. A module that
  // failed to load stays so under its address.
  attempts += 1;
  const address = new URL(`${files}pagefind.js?${language}-${attempts}`, location.href).href;
  const [{ createInstance }, parts] = await Promise.all([
    import(address) as Promise<Pagefind>,
    loadParts(files, language),
  ]);
  const [newest, ...older] = parts.map((name) => `${files}${name}/`);
  if (newest === undefined) return { index: nothing, parts };
  const options = { baseUrl: base, excerptEllipsis: '…', ranking };
  const index = inLanguage(language, () =>
    createInstance({ ...options, basePath: newest, noWorker: true }),
  );
  // The others wait for its program for ever, so it is told first whether that has come.
  await index.search('', { filters: {} });
  // Their order is that of results which are equally good.
  await Promise.all(older.map((part) => index.mergeIndex(part, { ...options, language })));
  return { index, parts };
}

/** What is found by another form of its words alone comes last. */
const ranking = { metaWeights: { title: 5, forms: 0.1 } };

/** Names of the parts in which there are articles of a language, the newest first. */
async function loadParts(files: string, language: string): Promise<string[]> {
  const answer = await fetch(`${files}parts.json`, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const parts = (await answer.json()) as IndexPart[];
  return parts.filter(({ languages }) => languages.includes(language)).map(({ name }) => name);
}

/** It takes the language from the page and from nowhere else, before it first waits. */
function inLanguage<T>(language: string, create: () => T): T {
  const root = document.documentElement;
  const { lang } = root;
  try {
    root.lang = language;
    return create();
  } finally {
    root.lang = lang;
  }
}

/** Where nothing was written in a language. */
const nothing: SearchIndex = {
  search: async () => ({ results: [] }),
  mergeIndex: async () => {},
};
