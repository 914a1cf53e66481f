/** Resolves a web address against an optional base. Undefined for anything but http and https. */
export function wholeAddress(
  address: string | undefined,
  base: string | undefined,
): string | undefined {
  if (address === undefined || address.trim() === '') return undefined;
  const url = URL.parse(address, base);
  return url && /^https?:$/u.test(url.protocol) ? url.href : undefined;
}

/** Resolves the addresses of one page or text. */
export type Resolve = (address: string) => string | undefined;

/**
 * Returns an address that front matter accepts (http or https, without spaces and quotes),
 * otherwise undefined.
 */
export function webAddress(text: string): string | undefined {
  const address = text.trim();
  const valid =
    /^https?:\/\/[^/]/iu.test(address) && URL.canParse(address) && !/[\s"<>]/u.test(address);
  return valid ? address : undefined;
}
