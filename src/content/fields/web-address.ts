/** Whether a text is an http(s) URL without characters that could end an attribute or a line. */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s\p{Cc}\p{Cs}"<>]+$/iu.test(value) && URL.canParse(value);
}
