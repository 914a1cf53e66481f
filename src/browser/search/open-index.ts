import { loadChinese } from '../../language/chinese-forms.ts';
import { openPack } from './read-pack.ts';
import type { SearchIndex } from './search-index.ts';

interface Pagefind {
  createInstance(options: Readonly<Record<string, unknown>>): SearchIndex;
  /** Replaces what loads files. It is not part of Pagefind: see `index-records.ts`. */
  setFetch(load: (address: string) => Promise<Response>): void;
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
  /** All parts, newest first. */
  readonly parts: readonly IndexPart[];
  /** Finds the parts that have a word: the ids of its results are their names. Only of large indexes. */
  readonly directory?: SearchIndex;
  /** Loads parts, and gives an index of these. */
  load(parts: readonly IndexPart[]): Promise<SearchIndex>;
  /** Ids of the articles of a part, newest first. */
  byDay(part: IndexPart): Promise<readonly string[]>;
}

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
  const [pagefind, { parts, directory, isPacked }] = await Promise.all([
    import(address) as Promise<Pagefind>,
    loadParts(files, language),
    // Without it, Chinese is found in the script that is typed.
    loadChinese(language).catch(() => {}),
  ]);
  const open = openWith(pagefind, {
    ...{ files, base, language, isPacked },
    program: parts[0]?.name ?? '',
  });
  const loading = new Map<IndexPart, Promise<SearchIndex>>();
  const orders = new Map<IndexPart, Promise<readonly string[]>>();
  const loadPart = (part: IndexPart) => getOrAdd(loading, part, open);
  const listDays = async (part: IndexPart) => {
    const index = await loadPart(part);
    const { results } = await index.search(null, { filters: {}, sort: { date: 'desc' } });
    return results.map(({ id }) => id);
  };
  return {
    parts,
    ...(directory === undefined
      ? {}
      : { directory: await open({ name: `${language}-words`, tag: directory }) }),
    load: async (wanted) => join(await Promise.all(wanted.map(loadPart))),
    byDay: (part) => getOrAdd(orders, part, listDays),
  };
}

interface IndexPlace {
  readonly files: string;
  readonly base: string;
  readonly language: string;
  /** The folder that has the program of the index. */
  readonly program: string;
  /** Whether each part is one file. */
  readonly isPacked: boolean;
}

/** Makes the function that opens an index. All have the same program, which is loaded once. */
function openWith(
  { createInstance, setFetch }: Pagefind,
  { files, base, language, program, isPacked }: IndexPlace,
): (part: Pick<IndexPart, 'name' | 'tag'>) => Promise<SearchIndex> {
  const loaded = new Map<string, Promise<ArrayBuffer>>();
  const loadBytes = async (address: string) => (await fetchWhole(address)).arrayBuffer();
  const packs = new Map<string, ReturnType<typeof openPack>>();
  /** Loads a file of a part: by itself, or out of its pack. */
  const loadFile = async (address: string) => {
    const [name = '', ...path] = address.slice(files.length).split('?')[0]?.split('/') ?? [];
    const pack = packs.get(name);
    const file = path.join('/');
    return pack ? pack(file) : loadBytes(address);
  };
  setFetch(async (address) => {
    const name = /[^/]*$/u.exec(address)?.[0] ?? '';
    if (name.startsWith('wasm.'))
      return new Response(await getOrAdd(loaded, `${files}${program}/${name}`, loadBytes));
    const known = loaded.get(address);
    loaded.delete(address);
    if (known !== undefined) return new Response(await known);
    return isPacked ? new Response(await loadFile(address)) : fetch(address);
  });
  return async ({ name, tag }) => {
    const place = `${files}${name}/`;
    if (isPacked) packs.set(name, openPack(`${files}${name}.pack?${tag}`));
    // Pagefind does not report that one of these is missing.
    const entry = await loadFile(`${place}pagefind-entry.json?ts=${tag}`);
    const { languages } = JSON.parse(new TextDecoder().decode(entry)) as PagefindEntry;
    const list = `${place}pagefind.${Object.values(languages)[0]?.hash}.pf_meta`;
    loaded.set(list, Promise.resolve(await loadFile(list)));
    loaded.set(`${place}pagefind-entry.json?ts=${tag}`, Promise.resolve(entry));
    const index = inLanguage(language, () =>
      createInstance({
        ...{ basePath: place, baseUrl: base, metaCacheTag: tag },
        ...{ excerptEllipsis: '…', ranking, noWorker: true },
      }),
    );
    await index.search('', { filters: {} });
    return index;
  };
}

interface PagefindEntry {
  readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

/** Several indexes as one. */
function join(indexes: readonly SearchIndex[]): SearchIndex {
  return {
    search: async (query, options) => {
      const answers = await Promise.all(indexes.map((index) => index.search(query, options)));
      return { results: answers.flatMap(({ results }) => results) };
    },
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

/** The list of all parts. */
type PartList = Readonly<Record<string, readonly IndexPart[]>> & {
  /** Tags by language. */
  readonly directories?: Readonly<Record<string, string>>;
  readonly isPacked?: boolean;
};

/** Parts of a language, newest first, and the tag of their directory. */
async function loadParts(files: string, language: string) {
  const answer = await fetchWhole(`${files}parts.json`, { cache: 'no-cache' });
  const list = (await answer.json()) as PartList;
  return {
    parts: list[language] ?? [],
    directory: list.directories?.[language],
    isPacked: list.isPacked ?? false,
  };
}

async function fetchWhole(address: string, options: RequestInit = {}): Promise<Response> {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer;
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
