/** An address of the web in full, against a base where it needs one; undefined for any other. */
export function wholeAddress(
  address: string | undefined,
  base: string | undefined,
): string | undefined {
  if (address === undefined || address.trim() === '') return undefined;
  const url = URL.parse(address, base);
  return url && /^https?:$/u.test(url.protocol) ? url.href : undefined;
}

/** What makes the addresses of one page or text whole. */
export type Resolve = (address: string) => string | undefined;

/** An address that front matter may hold (http or https, without spaces and quotes), else nothing. */
export function webAddress(text: string): string | undefined {
  const address = text.trim();
  const valid =
    /^https?:\/\/[^/]/iu.test(address) && URL.canParse(address) && !/[\s"<>]/u.test(address);
  return valid ? address : undefined;
}
