import ExifReader from 'exifreader';
import type { PictureRights } from '../../content/article/picture-rights.ts';

/**
 * The credit in a picture's file. It is compared with the stated credit, or suggested where there is
 * none, but never printed. The names are those of the IPTC Photo Metadata Standard.
 */
export interface EmbeddedCredit {
  readonly creator?: string;
  /** The credit line that the owner wants. */
  readonly credit?: string;
  readonly copyright?: string;
  readonly source?: string;
  readonly title?: string;
  /** The URL of a licence. */
  readonly webStatement?: string;
  readonly licensorUrl?: string;
}

/** A longer text, in characters, is not a name. */
const maxLength = 300;

/**
 * Reads the credit in a file from XMP, IPTC-IIM and EXIF, in this order (that of the Metadata Working
 * Group's guidelines). Empty for a file without one, or that is not a picture. Never throws.
 */
export async function readEmbeddedCredit(bytes: Uint8Array): Promise<EmbeddedCredit> {
  const tags = await loadTags(bytes);
  if (tags === undefined) return {};
  const { xmp, iptc, exif } = tags;
  const found: Record<keyof EmbeddedCredit, string | undefined> = {
    creator: first(xmp?.['creator'], iptc?.['By-line'], exif?.['Artist']),
    credit: first(xmp?.['Credit'], iptc?.['Credit']),
    copyright: first(xmp?.['rights'], iptc?.['Copyright Notice'], exif?.['Copyright']),
    source: first(xmp?.['Source'], iptc?.['Source']),
    title: first(xmp?.['title'], iptc?.['Object Name']),
    webStatement: webAddress(first(xmp?.['WebStatement'])),
    licensorUrl: webAddress(first(xmp?.['Licensor'])?.replace(/^.*LicensorURL: /su, '')),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

type Group = Readonly<Record<string, { readonly description?: unknown } | undefined>>;

async function loadTags(
  bytes: Uint8Array,
): Promise<Readonly<Partial<Record<'xmp' | 'iptc' | 'exif', Group>>> | undefined> {
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const tags: object = await ExifReader.load(file, { async: true, expanded: true });
    return tags;
  } catch {
    return undefined;
  }
}

function first(...tags: (Group[string] | undefined)[]): string | undefined {
  return tags.map(textOf).find((text) => text !== undefined);
}

/** The text of a tag on one line, without control characters and repeated spaces. */
function textOf(tag: Group[string] | undefined): string | undefined {
  if (typeof tag?.description !== 'string') return undefined;
  const text = tag.description.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return text === '' || text.length > maxLength ? undefined : text;
}

function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\/\S+$/iu.test(text) && URL.canParse(text)
    ? text
    : undefined;
}

/**
 * Finds the name in a picture's file that contradicts its stated credit; undefined where they agree,
 * or one is missing. Names are compared by their words: `ROE, Jane` and `Jane Roe / Agency` agree.
 */
export function contradictingName(
  stated: PictureRights,
  embedded: EmbeddedCredit,
): string | undefined {
  const name = embedded.creator ?? embedded.credit;
  if (name === undefined) return undefined;
  const statedWords = wordsOf(
    [stated.creator, stated.creditLine, stated.copyrightNotice, stated.title].join(' '),
  );
  const found = wordsOf(name);
  const common = [...found].filter((word) => statedWords.has(word)).length;
  const enough = Math.min(2, found.size, statedWords.size);
  return common >= enough ? undefined : name;
}

/** Suggests a credit line for front matter from the credit in a file; undefined where that is empty. */
export function suggestCredit({ creator, credit, source }: EmbeddedCredit): string | undefined {
  const name = creator ?? credit;
  if (name === undefined) return source;
  const via = creator === undefined ? source : (source ?? credit);
  return via === undefined || via.includes(name) || name.includes(via)
    ? name
    : `${name} via ${via}`;
}

function wordsOf(text: string): Set<string> {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? []);
}
