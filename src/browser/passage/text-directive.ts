/** A passage as a text directive names it (WICG, URL Fragment Text Directives). */
export interface TextDirective {
  /** The whole passage, or how it begins where `textEnd` says how it ends. */
  readonly textStart: string;
  readonly textEnd?: string;
  /** What stands right before and behind it. */
  readonly prefix?: string;
  readonly suffix?: string;
}

/** What the part of an address behind `#` says: an id, empty for none, and passages. */
export interface PassageAddress {
  readonly id: string;
  readonly directives: readonly TextDirective[];
}

/** Between an id and directives; some senders of links encode it. */
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
 * Reads an address, or the part of it behind `#`. Directives of other kinds, and those that break
 * the rules, are passed over; nothing without a delimiter.
 */
export function parsePassageAddress(address: string): PassageAddress | undefined {
  const fragment = address.slice(address.indexOf('#') + 1);
  const found = delimiter.exec(fragment);
  if (!found) return undefined;
  const id = decode(fragment.slice(0, found.index)) ?? '';
  const rest = fragment.slice(found.index + found[0].length);
  // Who encodes the delimiter encodes these signs as well.
  const plain = found[0] === ':~:' ? rest : rest.replace(/%3D/gi, '=').replace(/%2C/gi, ',');
  return { id, directives: plain.split('&').flatMap(parseDirective) };
}

function parseDirective(text: string): TextDirective[] {
  if (!text.startsWith('text=')) return [];
  const parts = text.slice(5).split(',');
  const prefix = parts[0]?.endsWith('-') ? parts.shift()?.slice(0, -1) : undefined;
  const suffix = parts.at(-1)?.startsWith('-') ? parts.pop()?.slice(1) : undefined;
  const [textStart, textEnd] = parts;
  if (!textStart || parts.length > 2) return [];
  const all = [textStart, textEnd, prefix, suffix].map((part) => part && decode(part));
  if (
    all.some((part, index) => part === undefined && [textStart, textEnd, prefix, suffix][index])
  )
    return [];
  const [start = '', end, before, behind] = all;
  return [
    {
      textStart: start,
      ...(end ? { textEnd: end } : {}),
      ...(before ? { prefix: before } : {}),
      ...(behind ? { suffix: behind } : {}),
    },
  ];
}

/** Also what would end a link in a mail or a chat, or be mark-up there. */
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
