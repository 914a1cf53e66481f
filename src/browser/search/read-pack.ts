/** Reads files out of a pack, the form of which is in `src/outputs/search/to-pack.ts`. */
type ReadFile = (file: string) => Promise<ArrayBuffer>;

/** Digits that a pack begins with: the number of bytes of its table. */
const lengthDigits = 8;

/** Bytes of the first request: usually the table, and the list of the words. */
const firstBytes = 32_768;

/**
 * Makes the function that reads the files of a pack by their paths. It requests ranges of bytes; a host
 * that does not know ranges sends the whole pack, which is then read from memory.
 */
export function openPack(address: string): ReadFile {
  let whole: ArrayBuffer | undefined;
  const readBytes = async (from: number, size: number): Promise<ArrayBuffer> => {
    if (whole) return whole.slice(from, from + size);
    const headers = { Range: `bytes=${from}-${from + size - 1}` };
    const answer = await fetch(address, { headers });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const bytes = await answer.arrayBuffer();
    if (answer.status === 206) return bytes;
    whole = bytes;
    return bytes.slice(from, from + size);
  };
  let opening: Promise<PackTable> | undefined;
  const open = async (): Promise<PackTable> => {
    const first = await readBytes(0, firstBytes);
    const text = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);
    const start = lengthDigits + Number(text(first.slice(0, lengthDigits)));
    const table =
      start <= first.byteLength
        ? first.slice(lengthDigits, start)
        : await readBytes(lengthDigits, start - lengthDigits);
    const places = new Map<string, { readonly from: number; readonly size: number }>();
    let from = start;
    for (const [file, size] of Object.entries<number>(JSON.parse(text(table)))) {
      places.set(file, { from, size });
      from += size;
    }
    return { first, places };
  };
  return async (file) => {
    opening ??= open();
    const { first, places } = await opening.catch((error) => {
      opening = undefined;
      throw error;
    });
    const place = places.get(shortName(file));
    if (place === undefined) throw new Error(`${file} is not in ${address}`);
    const { from, size } = place;
    return from + size <= first.byteLength
      ? first.slice(from, from + size)
      : readBytes(from, size);
  };
}

interface PackTable {
  /** The bytes of the first request. */
  readonly first: ArrayBuffer;
  readonly places: ReadonlyMap<string, { readonly from: number; readonly size: number }>;
}

/** `fragment/en_1a2b.pf_fragment` -> `fr/en_1a2b` */
function shortName(file: string): string {
  return file.replace(/^(\w\w)\w*\/(.+)\.pf_\w+$/u, '$1/$2');
}
