/** What the page of a search says to its script. */
export interface SearchWords {
  readonly searching: string;
  /** `#` stands for what was searched for. */
  readonly noResults: string;
  readonly help: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly more: string;
  /** By plural category; `#` stands for the number. */
  readonly counts: Readonly<Record<string, string>>;
}

/** How many results there are, in words of the page's language. */
export function countResults({ counts }: SearchWords, count: number, language: string): string {
  const form = counts[new Intl.PluralRules(language).select(count)] ?? counts['other'] ?? '#';
  const number = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).format(count);
  return form.replace('#', number);
}
