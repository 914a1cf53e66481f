import { decodePercent } from '../../language/decode-percent.ts';
/**
 * Reserved hosts (RFC 6761, section 6.4) that mark files a browser saved beside a page, and files
 * that it should have saved but that are missing.
 */
export const savedHost = 'https://saved.invalid/';
export const missingHost = 'https://missing.invalid/';

/** The file below the page's folder for such a URL; undefined for any other. */
export function savedFileOf(
  address: string,
): { readonly file: string; readonly isThere: boolean } | undefined {
  for (const host of [savedHost, missingHost])
    if (address.startsWith(host))
      return { file: decodePercent(address.slice(host.length)), isThere: host === savedHost };
  return undefined;
}

export function isMissing(address: string): boolean {
  return address.startsWith(missingHost);
}

/** Replaces such URLs in a message by file paths. */
export function resolveSaved(message: string): string {
  return message.replace(
    /https:\/\/(?:saved|missing)\.invalid\/([^\s"]*)/gu,
    (_, path: string) => decodePercent(path),
  );
}
