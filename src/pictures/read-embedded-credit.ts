import ExifReader from 'exifreader';

/**
 * What a picture's own file says of who made it and whose it is, as found: to be held against
 * the stated credit or proposed where there is none, never printed unasked. Named after the
 * properties of the IPTC Photo Metadata Standard.
 */
export interface EmbeddedCredit {
  readonly creator?: string;
  /** The line that is asked to be printed. */
  readonly credit?: string;
  readonly copyright?: string;
  readonly source?: string;
  readonly title?: string;
  /** Address of a licence's text. */
  readonly webStatement?: string;
  readonly licensorUrl?: string;
}

/** Characters after which a text is no name any more. */
const longest = 300;

/**
 * The credit in a file's XMP, IPTC-IIM and EXIF, in this order of trust (the order of the
 * Metadata Working Group's guidelines for what a program of today writes). Empty for a file that
 * has none, or is no picture; never throws.
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

/** One line without what no name has: control characters, a filling of spaces. */
function textOf(tag: Group[string] | undefined): string | undefined {
  if (typeof tag?.description !== 'string') return undefined;
  const text = tag.description.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return text === '' || text.length > longest ? undefined : text;
}

function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\/\S+$/iu.test(text) && URL.canParse(text)
    ? text
    : undefined;
}
