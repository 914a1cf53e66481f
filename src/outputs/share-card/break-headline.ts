/** Between two words of a line that has no spaces: a place where it may end. */
const mayEnd = '\u200b';

/** What never begins a line: closing marks, and what belongs to the word before it. */
const tail =
  /^(?:[\p{Pe}\p{Pf}\p{Po}\p{Pd}ーゝゞ々…～]+$|[\p{sc=Hira}]+$|[的了着著过過吗嗎呢吧们們人者员員家]$)/u;

/** What never ends a line: opening marks. */
const head = /[\p{Ps}\p{Pi}]$/u;

/** Words of one character; any other two in a row are likely halves of a word that ICU does not know. */
const words = '在和与與是以为為被把将將对對从從到向于於不有也就都';
const half = new RegExp(`^(?![${words}])\\p{sc=Han}$`, 'u');

const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;

/**
 * Marks where the lines of a Chinese or Japanese headline may end: between words, not inside them,
 * and not before a particle. Texts in other scripts have spaces, and places behind dashes. To be
 * set with `word-break: keep-all`.
 */
export function markBreaks(text: string, language: string): string {
  if (!unspaced.test(text)) return text.replace(/(?<=[…—/])(?=\p{L})/gu, mayEnd);
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  let marked = '';
  let last = '';
  for (const { segment } of segmenter.segment(text)) {
    const halves = half.test(last) && half.test(segment);
    const joined = marked === '' || halves || tail.test(segment) || head.test(marked);
    const inside = unspaced.test(segment) || unspaced.test(marked.at(-1) ?? '');
    marked += joined || !inside ? segment : mayEnd + segment;
    last = segment;
  }
  return marked;
}
