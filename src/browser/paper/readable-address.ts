/**
 * An address to be read and typed: letters of any script instead of their percent-encoding,
 * where typing them leads to the same address. All else stays encoded: signs that cannot be
 * seen or told apart, reserved ones, and bytes that are no UTF-8.
 */
export function readableAddress(address: string): string {
  return address.replace(/(%[89a-f][\da-f])+/gi, (code) => {
    try {
      const text = decodeURIComponent(code);
      return /^(?!\p{M})(?:(?!\p{DI})[\p{L}\p{M}\p{N}\p{P}])+$/u.test(text) &&
        text.normalize() === text
        ? text
        : code;
    } catch {
      return code;
    }
  });
}

/** What two ways of writing one address have in common: no scheme, no last slash, no capitals. */
export function bareAddress(text: string): string {
  return text
    .trim()
    .replace(/^https?:\/\/|\/$/gi, '')
    .toLowerCase();
}
