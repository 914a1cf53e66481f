/** The first byte of an item of CBOR (RFC 8949) has its type in three bits, and its length or value. */
export const cborType = {
  number: 0,
  negative: 1,
  bytes: 2,
  text: 3,
  array: 4,
  map: 5,
  tag: 6,
} as const;

interface ItemHead {
  readonly type: number;
  /** Length of texts and arrays; the value of numbers. */
  readonly value: number;
  /** Where the content begins. */
  readonly start: number;
}

/** Reads the head of the item at a place. @throws {Error} for forms of CBOR without a length */
export function readHead(bytes: Buffer, at: number): ItemHead {
  const first = bytes.readUInt8(at);
  const [type, info] = [first >> 5, first & 31];
  if (info < 24) return { type, value: info, start: at + 1 };
  const size = { 24: 1, 25: 2, 26: 4 }[info];
  if (size !== undefined)
    return { type, value: bytes.readUIntBE(at + 1, size), start: at + 1 + size };
  if (info !== 27) throw new Error(`CBOR with an item of kind ${first} is not expected`);
  return { type, value: Number(bytes.readBigUInt64BE(at + 1)), start: at + 9 };
}

/** Bytes of the length or value after the first byte of an item, by its lower five bits. */
const sizes: readonly (number | undefined)[] = Array.from(
  { length: 32 },
  (_, info) => ({ 24: 1, 25: 2, 26: 4, 27: 8 })[info] ?? (info < 24 ? 0 : undefined),
);

/** The place after the item at a place. An index has millions of items: it makes no objects for them. */
export function endOfItem(bytes: Buffer, at: number): number {
  let end = at;
  for (let left = 1; left > 0; left -= 1) {
    const first = bytes[end] ?? 0;
    const size = sizes[first & 31];
    const type = first >> 5;
    if (end >= bytes.length || size === undefined || (size === 8 && type > cborType.negative))
      throw new Error(`CBOR with an item of kind ${first} is not expected`);
    let value = first & 31;
    if (size > 0 && size < 8) {
      value = 0;
      for (let index = 1; index <= size; index += 1)
        value = value * 256 + (bytes[end + index] ?? 0);
    }
    end += 1 + size;
    if (type === cborType.bytes || type === cborType.text) end += value;
    else if (type === cborType.array) left += value;
    else if (type === cborType.map) left += value * 2;
    else if (type === cborType.tag) left += 1;
  }
  return end;
}

/** The places of the items of the array at a place, and the place after the last one. */
export function itemsOf(bytes: Buffer, at: number): number[] {
  const { type, value, start } = readHead(bytes, at);
  if (type !== cborType.array)
    throw new Error('CBOR with another item than an array is not expected');
  const places = [start];
  for (let left = value; left > 0; left -= 1)
    places.push(endOfItem(bytes, places[places.length - 1] ?? start));
  return places;
}

/** Reads the text at a place. */
export function readText(bytes: Buffer, at: number): string {
  const { type, value, start } = readHead(bytes, at);
  if (type !== cborType.text)
    throw new Error('CBOR with another item than a text is not expected');
  return bytes.toString('utf8', start, start + value);
}

/** An array of encoded items. */
export function writeArray(items: readonly Buffer[]): Buffer {
  return Buffer.concat([writeHead(cborType.array, items.length), ...items]);
}

export function writeText(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([writeHead(cborType.text, bytes.length), bytes]);
}

/** A number that is not negative. */
export function writeNumber(value: number): Buffer {
  return writeHead(cborType.number, value);
}

/** The head of an item: its length, or its value. */
export function writeHead(type: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(type << 5) | value]);
  const [info, size] = value < 256 ? [24, 1] : value < 65_536 ? [25, 2] : [26, 4];
  const head = Buffer.alloc(1 + size);
  head.writeUInt8((type << 5) | info);
  head.writeUIntBE(value, 1, size);
  return head;
}
