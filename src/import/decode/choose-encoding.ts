import { canonicalEncoding, decodeAs } from './decode-as.ts';

/** An encoding to read bytes in, and what there is to say of the choice. */
export interface ChosenEncoding {
  readonly label: string;
  /** What said so; absent for a guess. */
  readonly from?: string;
  /** That something else was said, which the bytes contradict. */
  readonly doubt?: string;
}

/** What somebody said of the encoding of a text, in the order in which it is believed. */
export interface SaidEncoding {
  readonly label: string | undefined;
  /** Who says it, as a sentence begins: `the server says`. */
  readonly from: string;
}

/**
 * The encoding of a text that has no byte order mark. Bytes that are valid UTF-8 with characters
 * beyond ASCII, but for a broken one here and there, are UTF-8, whatever is said: no other encoding gives such bytes by chance. Then
 * the first known one that was said and that the bytes fit, then UTF-8, then windows-1252.
 */
export function chooseEncoding(
  bytes: Uint8Array,
  said: readonly SaidEncoding[],
): ChosenEncoding {
  const known = said.flatMap(({ label, from }) => {
    const encoding = canonicalEncoding(label);
    return encoding === undefined ? [] : [{ label: encoding, from }];
  });
  const [first] = known;
  const isAscii = bytes.every((byte) => byte < 0x80 && byte !== 0x1b);
  const isUtf8 = isMostlyUtf8(bytes);
  if (isUtf8 && !isAscii) {
    if (first === undefined) return { label: 'utf-8' };
    if (first.label === 'utf-8') return first;
    const doubt = `read as utf-8, which the bytes are, though ${first.from} ${first.label}`;
    return { label: 'utf-8', from: 'the bytes say', doubt };
  }
  const fits = known.find(({ label }) => decodeAs(bytes, label, 'strictly') !== undefined);
  if (fits === undefined && first?.label === 'utf-8') {
    const doubt = `read as windows-1252: the bytes are no utf-8, which ${first.from}`;
    return { label: 'windows-1252', doubt };
  }
  if (fits !== undefined && fits !== first)
    return {
      ...fits,
      doubt: `read as ${fits.label}: the bytes are no ${first?.label}, which ${first?.from}`,
    };
  if (fits ?? first) return (fits ?? first) as ChosenEncoding;
  return { label: isUtf8 ? 'utf-8' : 'windows-1252' };
}

/** Whether bytes are UTF-8; one broken character in twenty may be somebody's mistake. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  // With an escape it is one of the encodings that switch between alphabets.
  if (bytes.includes(0x1b)) return false;
  const text = decodeAs(bytes, 'utf-8', 'leniently') ?? '';
  let [broken, whole] = [0, 0];
  for (const [sign] of text.matchAll(/\P{ASCII}/gu)) {
    if (sign === '\uFFFD') broken++;
    else whole++;
  }
  return broken * 20 <= whole;
}
