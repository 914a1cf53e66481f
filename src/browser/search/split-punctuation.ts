/** What stands around words and is not searched for; signs such as `%` belong to a word. */
const around = /^((?:(?![%‰&@#])\p{P}|\s)*)(.*?)((?:(?![%‰&@#])\p{P}|\s)*)$/su;

/** The punctuation before words, the words, and the punctuation behind them. */
export function splitPunctuation(text: string): readonly [string, string, string] {
  const [, before = '', words = '', behind = ''] = around.exec(text) ?? [];
  return [before, words, behind];
}
