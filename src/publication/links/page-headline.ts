const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#34': '"',
  '#38': '&',
  '#39': "'",
  '#x27': "'",
};

/** The headline of a page that an earlier build has made, from its HTML. */
export function pageHeadline(html: string): string | undefined {
  const heading = /<h1(?:\s[^>]*)?>([^<]*)<\/h1>/u.exec(html)?.[1];
  return heading?.replace(/&(#?\w+);/gu, (whole, name: string) => entities[name] ?? whole);
}
