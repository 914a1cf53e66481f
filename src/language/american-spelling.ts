/**
 * Spellings that differ between British and American English: patterns within a lower-case word
 * and their replacements. A pattern that would also match other words names the words: `four`
 * is not `for`, `surprise` is not `surprize`.
 */
const spellings: readonly (readonly [pattern: RegExp, american: string])[] = [
  [
    /(arb|ard|arm|behavi|cand|clam|col|demean|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|savi|sav|splend|succ|tum|val|vap|vig)our/u,
    '$1or',
  ],
  [/(cent|theat|lit|met|fib|calib|lust|spect|sab|meag|somb)re(?=s?$)/u, '$1er'],
  [/(cent)(?=r(?:ed|ing)$)/u, '$1e'],
  [/(anal|catal|cat|paral)ys(?=e|ing)/u, '$1yz'],
  [/(catal|dial|anal|epil|monol|prol)ogue/u, '$1og'],
  [/(def|off|lic|pret)ence/u, '$1ense'],
  [
    /(cance|channe|counse|dia|enro|equa|fue|grove|initia|labe|leve|marve|mode|pane|pedd|que|riva|signa|spira|tota|trave|tunne|woo)ll(?=ed$|ing|er|or|ous|en)/u,
    '$1l',
  ],
  [/(ski|wi)l(?=ful)/u, '$1ll'],
  [/(fulfi|enro|insta|appa|insti)l(?=s?$|ment)/u, '$1ll'],
  [/programme(?=s?$)/u, 'program'],
  [/practis(?=e|ing)/u, 'practic'],
  [/jewellery/u, 'jewelry'],
  [/aluminium/u, 'aluminum'],
  [/aeroplane/u, 'airplane'],
  [/grey/u, 'gray'],
  [/plough/u, 'plow'],
  [/pyjama/u, 'pajama'],
  [/moustache/u, 'mustache'],
  [/mould/u, 'mold'],
  [/sceptic/u, 'skeptic'],
  [/manoeuv(?:re|er)/u, 'maneuver'],
  [/manoeuvr/u, 'maneuver'],
  [/tyre(?=s?$)/u, 'tire'],
  [/kerb(?=s?$|side)/u, 'curb'],
  [/anaesth/u, 'anesth'],
  [/(arch|encyclop|leuk|orthop|p)ae(?=o|d|m)/u, '$1e'],
  [/haem(?=o|a)/u, 'hem'],
  [/oe(?=strogen|dema|sophag)/u, 'e'],
  [/foet(?=us|al)/u, 'fet'],
  [/diarrhoea/u, 'diarrhea'],
];

/**
 * What precedes -ise in words that American English also writes with an s: raise, advise,
 * exercise.
 */
const alwaysS =
  /(?:a|o|u|v|w|pr|chast|advert|treat|expert|exerc|exc|prec|conc|inc|circumc|prom|dem|prem|desp|franch|merchand|parad|(?:^a?|sun|moon|up)r)is(?:e|es|ed|er|ers|ing|ings)$/u;

/** Converts a lower-case English word to American spelling: `harbour` -> `harbor`. */
export function toAmerican(word: string): string {
  let text = word;
  for (const [pattern, american] of spellings) text = text.replace(pattern, american);
  if (alwaysS.test(text)) return text;
  return text.replace(/(?<=[a-z]{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)/u, 'iz');
}
