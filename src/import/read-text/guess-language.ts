import type { Certainty } from '../draft.ts';

/** `share`: of all letters, from which on a text is of the language. */
const scripts: readonly [pattern: RegExp, share: number, lang: string, certainty: Certainty][] =
  [
    [/\p{Script=Hangul}/gu, 0.25, 'ko', 'likely'],
    [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 0.05, 'ja', 'likely'],
    [/\p{Script=Arabic}/gu, 0.25, 'ar', 'doubtful'],
    [/\p{Script=Han}/gu, 0.25, 'zh-Hans', 'doubtful'],
  ];

/**
 * The language that a text's script tells: nothing for scripts of many languages. Kana count
 * more than their number: a Japanese text may hold more Han.
 */
export function guessLanguage(
  text: string,
): { readonly lang: string; readonly certainty: Certainty } | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const found = scripts.find(
    ([pattern, share]) => (text.match(pattern)?.length ?? 0) > letters * share,
  );
  return found && { lang: found[2], certainty: found[3] };
}
