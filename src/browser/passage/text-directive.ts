/** A text directive, which describes a passage (WICG, URL Fragment Text Directives). */
export interface TextDirective {
  /** The whole passage, or its start if `textEnd` has its end. */
  readonly textStart: string;
  readonly textEnd?: string;
  /** The text right before and after the passage. */
  readonly prefix?: string;
  readonly suffix?: string;
}

/** The parts of a hash: an id (empty for none) and directives. */
interface PassageAddress {
  readonly id: string;
  readonly directives: readonly TextDirective[];
}

/** Separates the id and the directives; some programs encode it. */
const delimiter = /:~:|%3A~%3A/i;

/** `text=prefix-,start,end,-suffix`, its parts percent-encoded. */
export function formatDirective({ textStart, textEnd, prefix, suffix }: TextDirective): string {
  const parts = [
    prefix ? `${encode(prefix)}-` : '',
    encode(textStart),
    textEnd ? encode(textEnd) : '',
    suffix ? `-${encode(suffix)}` : '',
  ];
  return `text=${parts.filter(Boolean).join(',')}`;
}

/**
 * Parses an address or a hash. Skips directives of other kinds and invalid ones. Undefined without a
 * delimiter.
 */
export function parsePassageAddress(address: string): PassageAddress | undefined {
  const fragment = address.slice(address.indexOf('#') + 1);
  const found = delimiter.exec(fragment);
  if (!found) return undefined;
  const id = decode(fragment.slice(0, found.index)) ?? '';
  const rest = fragment.slice(found.index + found[0].length);
  if (found[0] === ':~:') return { id, directives: rest.split('&').flatMap(parseDirective) };
  // Programs that encode the delimiter may encode commas too; else these belong to the passage.
  const forms = new Set([rest, rest.replace(/%2C/gi, ',')]);
  const directives = [...forms].flatMap((form) =>
    form
      .replace(/text%3D/gi, 'text=')
      .split('&')
      .flatMap(parseDirective),
  );
  return { id, directives };
}

function parseDirective(text: string): TextDirective[] {
  if (!text.startsWith('text=')) return [];
  const parts = text.slice('text='.length).split(',');
  const before = parts[0]?.endsWith('-') ? parts.shift()?.slice(0, -1) : '';
  const after = parts.at(-1)?.startsWith('-') ? parts.pop()?.slice(1) : '';
  if (parts.length < 1 || parts.length > 2) return [];
  const [textStart, textEnd, prefix, suffix] = [parts[0], parts[1], before, after].map(
    (part = '') => decode(part),
  );
  if (!textStart || textEnd === undefined || prefix === undefined || suffix === undefined)
    return [];
  return [
    {
      textStart,
      ...(textEnd ? { textEnd } : {}),
      ...(prefix ? { prefix } : {}),
      ...(suffix ? { suffix } : {}),
    },
  ];
}

/** Also encodes characters that would end a link in a mail or a chat, or be markup there. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[-_.!~*'()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
