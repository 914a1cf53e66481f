/**
 * Particles that few nouns end with. They are removed, so that a noun has one form. Others, such as 의
 * in 회의 (meeting), remain: a noun is found by its beginning.
 */
const particle =
  /(?:에서는?|에게서?|으로는?|까지|부터|에는|에도|들이|들은|들을|들의|(?<![마가노고])을|를|는|은|에|와)$/u;

/** What is not a noun at the end of a query either. Its beginning is found all the same. */
const anyParticle = /(?:[이가의도로만과나]|처럼|보다|라고|이라)$/u;

/** Ends of verbs, which are not part of compounds. */
const verb = /(?:[었았였했겠있없됐졌렸났갔왔섰]다|[습입합됩십]니다|[한된는운린진]다|이다)$/u;

const hangul = /[가-힣]+/gu;

/**
 * The words that a Korean compound may end with, since Korean writes compounds without spaces: 의회 and
 * 시의회 for 서울시의회가. Each is a code of three letters for a syllable, because the index stores Hangul
 * as single letters, which takes three times as much. Codes begin alike where words do.
 */
export function koreanEndings(word: string): string[] {
  return [...word.normalize('NFC').matchAll(hangul)].flatMap(([run]) => {
    const syllables = verb.test(run) ? [] : [...withoutParticle(run)];
    return Array.from({ length: Math.max(0, syllables.length - 2) }, (_, index) =>
      toCode(syllables.slice(index + 1)),
    );
  });
}

/** The forms of a Korean query besides itself: without its particle, and as the end of compounds. */
export function koreanQuery(query: string): string[] {
  const plain = query.normalize('NFC').replace(hangul, (run) => {
    const noun = withoutParticle(run);
    return noun.length > 2 ? noun.replace(anyParticle, '') : noun;
  });
  const coded = plain.replace(hangul, (run) => (run.length > 1 ? toCode([...run]) : run));
  return [plain, coded].filter((form) => form !== query);
}

function withoutParticle(run: string): string {
  const noun = run.replace(particle, '');
  return noun.length > 1 ? noun : run;
}

function toCode(syllables: readonly string[]): string {
  return `q${syllables.map(toLetters).join('')}`;
}

/** Three letters for each of the 11,172 syllables of Hangul. */
function toLetters(syllable: string): string {
  const number = (syllable.codePointAt(0) ?? 0) - 0xac00;
  return [26 * 26, 26, 1]
    .map((unit) => String.fromCodePoint(97 + (Math.floor(number / unit) % 26)))
    .join('');
}
