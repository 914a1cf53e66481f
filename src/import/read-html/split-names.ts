/**
 * A line of names -> names: `By Ana Ruiz, Bo Li and Cy Dee`. What follows a bar or a dash, and
 * an address, is no name. A name with a comma before `Jr.` stays whole.
 */
export function splitNames(line: string): string[] {
  return line
    .replace(/\S+@\S+/gu, ' ')
    .replace(/\s[|·•—–].*$/u, '')
    .replace(
      /^\s*(?:(?:words|story|report(?:ing|ed)?|written)\s+)?(?:by|von|par|por)\s*:?\s+/iu,
      '',
    )
    .split(/\s*(?:,(?!\s*(?:jr|sr|ph\.?d|m\.?d)\b)|;|、|،|\s(?:and|und|et|y|&)\s)\s*/iu)
    .map((name) =>
      name
        .replace(/^(?:and|und|et|y)\s+/iu, '')
        .trim()
        .replace(/\s+/gu, ' '),
    )
    .filter((name) => name !== '');
}
