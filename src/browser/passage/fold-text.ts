/**
 * A text as passages are compared: without capitals and without marks on letters. As long as the
 * text itself, unit by unit, so that places in one are places in the other.
 */
export function foldText(text: string): string {
  return text.replace(/[A-Z\x80-\uffff]/g, (unit) => {
    const [base = unit, ...marks] = unit.normalize('NFD');
    // Syllables of Hangul come apart as well, into letters that are no marks.
    const bare = marks.length > 0 && marks.every((mark) => /\p{M}/u.test(mark)) ? base : unit;
    const lower = bare.toLowerCase();
    return lower.length === 1 ? lower : unit;
  });
}
