/** How a language joins words to one. */
interface Compounding {
  /** Letters between the parts. */
  readonly link: RegExp;
  /** Endings of the forms of one word. */
  readonly ending: RegExp;
  /** Whether nouns have a capital letter; other words are no parts then. */
  readonly capitals?: true;
}

const german: Compounding = {
  link: /(?:es|en|er|s|n|e)$/u,
  ending: /(?:es|en|er|ern|e|s|n)$/u,
  capitals: true,
};
const scandinavian: Compounding = {
  link: /[sea]$/u,
  ending: /(?:erne|arna|orna|ene|ens|ets|en|et|er|ar|or|ne|na|s|a|e)$/u,
};

/** Languages that write compounds as one word. Korean, Chinese and Japanese have rules of their own. */
const compounding: Readonly<Record<string, Compounding>> = {
  de: german,
  nl: { link: /(?:en|s|e)$/u, ending: /(?:en|s|e)$/u },
  sv: scandinavian,
  da: scandinavian,
  nb: scandinavian,
  nn: scandinavian,
  no: scandinavian,
  fi: { link: /[n]$/u, ending: /(?:ssa|ssä|sta|stä|lla|llä|lle|in|en|n|t|a|ä)$/u },
};

/** The shortest part of a compound. */
export const shortestPart = 4;

/** How the language joins words, if it does. */
export function compoundingOf(language: string): Compounding | undefined {
  return compounding[language.toLowerCase().split('-', 1)[0] ?? ''];
}
