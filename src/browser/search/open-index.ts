import { loadChinese } from '../../language/chinese-forms.ts';
import type { SearchIndex } from './search-index.ts';

interface Pagefind {
  createInstance(options: Readonly<Record<string, unknown>>): SearchIndex;
}

/** A part of the index, as in `parts.json`. */
export interface IndexPart {
  /** Name of its folder. */
  readonly name: string;
  /** Changes when its articles do. */
  readonly tag: string;
  /** Years of its oldest and its newest article. */
  readonly years: readonly [first: number, last: number];
}

/** The index of one language. Its parts are loaded when they are needed. */
export interface OpenedIndex {
  readonly index: SearchIndex;
  /** All parts, newest first. */
  readonly parts: readonly IndexPart[];
  isLoaded(part: IndexPart): boolean;
  /** Loads more parts. Later searches include them. */
  load(parts: readonly IndexPart[]): Promise<void>;
  /** Ids of the articles of a loaded part, newest first. */
  byDay(part: IndexPart): Promise<readonly string[]>;
}

/** Parts that are loaded at the same time. */
const concurrency = 6;

const opened = new Map<string, Promise<OpenedIndex>>();
let attempts = 0;

/**
 * Opens the index of one language with its newest part; loads it on the first call. `files` is the
 * address of the folder of all parts, `base` that of the site. Rejects if it cannot be loaded; the
 * next call tries again.
 */
export function openIndex(files: string, base: string, language: string): Promise<OpenedIndex> {
  const known = opened.get(language);
  if (known) return known;
  const opening = load(files, base, language);
  opened.set(language, opening);
  opening.catch(() => forgetIndex(language));
  return opening;
}

/** Makes the next `openIndex` load the index again. */
export function forgetIndex(language: string): void {
  opened.delete(language);
}

async function load(files: string, base: string, language: string): Promise<OpenedIndex> {
  // Each language has its own rules for words, and an instance of the module has those of one
  // language. A module that failed to load cannot be loaded again from the same address.
  attempts += 1;
  const address = new URL(`${files}pagefind.js?${language}-${attempts}`, location.href).href;
  const [{ createInstance }, parts] = await Promise.all([
    import(address) as Promise<Pagefind>,
    loadParts(files, language),
    // Without it, Chinese is found in the script that is typed.
    loadChinese(language).catch(() => {}),
  ]);
  const [newest] = parts;
  if (newest === undefined) return openParts(emptyIndex, parts, new Map(), async () => {});
  const optionsOf = ({ tag }: IndexPart) => ({
    baseUrl: base,
    excerptEllipsis: '…',
    ranking,
    metaCacheTag: tag,
  });
  const placeOf = ({ name }: IndexPart) => `${files}${name}/`;
  const index = inLanguage(language, () =>
    createInstance({ ...optionsOf(newest), basePath: placeOf(newest), noWorker: true }),
  );
  // Other parts would wait forever for the index's program, so this checks first that it loaded.
  await index.search('', { filters: {} });
  return openParts(index, parts, new Map([[newest, Promise.resolve()]]), (part) =>
    index.mergeIndex(placeOf(part), { ...optionsOf(part), language }),
  );
}

function openParts(
  index: SearchIndex,
  parts: readonly IndexPart[],
  loading: Map<IndexPart, Promise<void>>,
  merge: (part: IndexPart) => Promise<void>,
): OpenedIndex {
  const orders = new Map<IndexPart, Promise<readonly string[]>>();
  const listDays = async ({ name }: IndexPart) => {
    const options = { filters: { part: name }, sort: { date: 'desc' } } as const;
    const { results } = await index.search(null, options);
    return results.map(({ id }) => id);
  };
  return {
    index,
    parts,
    isLoaded: (part) => loading.has(part),
    load: async (wanted) => {
      const queue = wanted.values();
      const next = async () => {
        for (const part of queue) await getOrAdd(loading, part, merge);
      };
      await Promise.all(Array.from({ length: concurrency }, next));
    },
    byDay: (part) => getOrAdd(orders, part, listDays),
  };
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, create: (key: K) => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = create(key);
  map.set(key, made);
  return made;
}

/** Results that match only by another form of a word come last. */
const ranking = { metaWeights: { title: 5, words: 5, forms: 0.1 } };

/** Parts of a language, newest first. */
async function loadParts(files: string, language: string): Promise<readonly IndexPart[]> {
  const answer = await fetch(`${files}parts.json`, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const parts = (await answer.json()) as Readonly<Record<string, readonly IndexPart[]>>;
  return parts[language] ?? [];
}

/** Pagefind reads the language only from the page, synchronously. */
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

/** The index of a language without articles. */
const emptyIndex: SearchIndex = {
  search: async () => ({ results: [] }),
  mergeIndex: async () => {},
};
