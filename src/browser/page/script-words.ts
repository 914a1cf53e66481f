import type { ScriptWord } from '../../publication/view/script-words.ts';
import { pageFile } from './site-files.ts';

// Each language has a file of its own. Only modules that load on first use import this one, so
// a page does not wait for the words.
const { default: words } = (await import(pageFile('words'))) as {
  readonly default: Readonly<Partial<Record<ScriptWord, string>>>;
};

/** A word in the language of the page; empty for a choice that the page does not offer. */
export function scriptWord(name: ScriptWord): string {
  return words[name] ?? '';
}
