import { pageFile } from './page-file.ts';

// A file of each language, for what is loaded on first use: pages need none of these words.
const { default: words } = (await import(pageFile('words'))) as {
  readonly default: Readonly<Record<string, string>>;
};

/** A word that scripts need, in the language of the page. One that is not there is empty. */
export function scriptWord(name: string): string {
  return words[name] ?? '';
}
