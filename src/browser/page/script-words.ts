/**
 * The words that scripts of a page need, in its language: a page carries them as JSON in the
 * element `ui-words`. A word that is not there is empty.
 */
export function scriptWord(name: string): string {
  words ??= JSON.parse(document.getElementById('ui-words')?.textContent || '{}') as object;
  return (words as Readonly<Record<string, string>>)[name] ?? '';
}

let words: object | undefined;
