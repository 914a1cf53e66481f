import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The headline of the page at an address in the folder of an earlier build, if it is there. */
export function oldHeadline(folder: string, address: string): string | undefined {
  const file = address.endsWith('/') ? `${address}index.html` : address;
  // The list of addresses is user input, so it must not lead outside of the folder.
  if (file.split('/').includes('..')) return undefined;
  try {
    return headlineIn(readFileSync(join(folder, file), 'utf8'));
  } catch {
    return undefined;
  }
}

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

function headlineIn(html: string): string | undefined {
  const heading = /<h1(?:\s[^>]*)?>([^<]*)<\/h1>/u.exec(html)?.[1];
  return heading?.replace(/&(#?\w+);/gu, (whole, name: string) => entities[name] ?? whole);
}
