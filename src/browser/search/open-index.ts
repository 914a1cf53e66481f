import type { SearchIndex } from './search-index.ts';

interface Pagefind {
  createInstance(options: Readonly<Record<string, unknown>>): SearchIndex;
}

/** A part of the index, as `parts.json` names it. */
export interface IndexPart {
  /** Its folder. */
  readonly name: string;
  /** Changes when its articles do. */
  readonly tag: string;
  /** Years of its oldest and its newest article. */
  readonly years: readonly [first: number, last: number];
}

/** The index of one language, of which parts are loaded when they are needed. */
export interface OpenedIndex {
  readonly index: SearchIndex;
  /** All parts that there are, the newest first. */
  readonly parts: readonly IndexPart[];
  isLoaded(part: IndexPart): boolean;
  /** Has these parts searched from then on, as well as those that were loaded before. */
  load(parts: readonly IndexPart[]): Promise<void>;
  /** Ids of the articles of a part that is loaded, the newest first. */
  byDay(part: IndexPart): Promise<readonly string[]>;
}

/** Parts that are loaded side by side. */
const atOnce = 6;

const opened = new Map<string, Promise<OpenedIndex>>();
let attempts = 0;

/**
 * The index of one language with its newest part, loaded when it is first asked for. `files` is the
 * folder of all parts, `base` that of the site, as addresses. Rejects where it cannot be loaded;
 * asking again tries again.
 */
export function openIndex(files: string, base: string, language: string): Promise<OpenedIndex> {
  const known = opened.get(language);
  if (known) return known;
  const opening = load(files, base, language);
  opened.set(language, opening);
  opening.catch(() => forgetIndex(language));
  return opening;
}

/** To be loaded again when it is asked for again. */
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
  const [newest] = parts;
  if (newest === undefined) return openParts(nothing, parts, new Map(), async () => {});
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
  // The others wait for its program for ever, so it is told first whether that has come.
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
      await Promise.all(Array.from({ length: atOnce }, next));
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

/** What is found by another form of its words alone comes last. */
const ranking = { metaWeights: { title: 5, forms: 0.1 } };

/** Parts of a language, the newest first. */
async function loadParts(files: string, language: string): Promise<readonly IndexPart[]> {
  const answer = await fetch(`${files}parts.json`, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const parts = (await answer.json()) as Readonly<Record<string, readonly IndexPart[]>>;
  return parts[language] ?? [];
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
