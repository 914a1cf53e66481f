/** An address that front matter may hold (http or https, without spaces and quotes), else nothing. */
export function webAddress(text: string): string | undefined {
  const address = text.trim();
  const valid =
    /^https?:\/\/[^/]/iu.test(address) && URL.canParse(address) && !/[\s"<>]/u.test(address);
  return valid ? address : undefined;
}
