/**
 * Formats an address for reading and typing: letters of any script instead of their
 * percent-encoding, if typing them leads to the same address. Everything else stays encoded:
 * characters that are invisible or look alike, reserved ones, and bytes that are not UTF-8.
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

/** An address for comparison: without scheme and last slash, in lower case. */
export function bareAddress(text: string): string {
  return text
    .trim()
    .replace(/^https?:\/\/|\/$/gi, '')
    .toLowerCase();
}
