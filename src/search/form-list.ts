import { searchForms } from '../language/search-forms.ts';

/**
 * The forms by which the words of texts are found besides themselves, each once and in order. Texts
 * may be HTML: what is between `<` and `>` is passed over, and parts a word as a space does.
 */
export function formList(texts: readonly string[], language: string): string[] {
  const words = new Set(
    texts.flatMap(
      (text) => text.replace(/<[^>]*>/gu, ' ').match(/[\p{L}\p{M}\p{N}ー]+/gu) ?? [],
    ),
  );
  const forms = new Set([...words].flatMap((word) => formsOf(word, language)));
  return [...forms].filter((form) => !words.has(form)).sort();
}

/** Forms by language and word: articles share most of their words. */
const known = new Map<string, readonly string[]>();
const mostKnown = 100_000;

function formsOf(word: string, language: string): readonly string[] {
  const key = `${language} ${word}`;
  const before = known.get(key);
  if (before) return before;
  const forms = searchForms(word, language);
  if (known.size >= mostKnown) known.clear();
  known.set(key, forms);
  return forms;
}
