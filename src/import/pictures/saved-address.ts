/**
 * Hosts that nobody has (RFC 6761, section 6.4): addresses of files that a browser saved beside a
 * page, and of those that it should have saved and that are not there.
 */
export const savedHost = 'https://saved.invalid/';
export const missingHost = 'https://missing.invalid/';

/** The file below the page's folder that such an address stands for; undefined for any other. */
export function savedFileOf(
  address: string,
): { readonly file: string; readonly isThere: boolean } | undefined {
  for (const host of [savedHost, missingHost])
    if (address.startsWith(host))
      return { file: decode(address.slice(host.length)), isThere: host === savedHost };
  return undefined;
}

export function isMissing(address: string): boolean {
  return address.startsWith(missingHost);
}

/** A sentence with files in the place of such addresses. */
export function resolveSaved(message: string): string {
  return message.replace(
    /https:\/\/(?:saved|missing)\.invalid\/([^\s"]*)/gu,
    (_, path: string) => decode(path),
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
