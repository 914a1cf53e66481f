import type { Certainty } from '../draft.ts';

const scripts: readonly [pattern: RegExp, lang: string, certainty: Certainty][] = [
  [/\p{Script=Hangul}/gu, 'ko', 'likely'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja', 'likely'],
  [/\p{Script=Arabic}/gu, 'ar', 'doubtful'],
  [/\p{Script=Han}/gu, 'zh-Hans', 'doubtful'],
];

/**
 * The language that a text's script tells: nothing for scripts of many languages. Kana count
 * more than their number: a Japanese text may hold more Han.
 */
export function guessLanguage(
  text: string,
): { readonly lang: string; readonly certainty: Certainty } | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const enough = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) > letters * 0.25;
  const found = scripts.find(([pattern]) => enough(pattern));
  return found && { lang: found[1], certainty: found[2] };
}
