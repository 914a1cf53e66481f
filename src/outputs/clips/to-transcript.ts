/** What one cue says. Times in seconds. */
export interface Spoken {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly speaker?: string | undefined;
}

/** A pause of this many seconds begins a paragraph. */
const longPause = 3;

/** A paragraph of this many characters ends with the next sentence. */
const longParagraph = 400;

/** Scripts that write no spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、！？]/u;

/**
 * Joins the words of cues to paragraphs: a new one for each speaker, whose name is in front, after a
 * pause, and where a paragraph is long. Repeated lines, as automatic captions have them, appear once.
 */
export function toTranscript(spoken: readonly Spoken[]): string[] {
  const paragraphs: string[] = [];
  let line = '';
  let before: Spoken | undefined;
  for (const one of spoken) {
    if (before?.words === one.words) continue;
    const changed = before !== undefined && one.speaker !== before.speaker;
    const paused = before !== undefined && one.start - before.end >= longPause;
    const long = line.length >= longParagraph && /[.!?…。！？؟]["'”’»)]*$/u.test(line);
    if (line !== '' && (changed || paused || long)) {
      paragraphs.push(line);
      line = '';
    }
    const named = one.speaker !== undefined && (line === '' || changed);
    const words = named ? `${one.speaker}: ${one.words}` : one.words;
    const space = line === '' || isUnspaced(line, words) ? '' : ' ';
    line += space + words;
    before = one;
  }
  return line === '' ? paragraphs : [...paragraphs, line];
}

function isUnspaced(before: string, after: string): boolean {
  return unspaced.test(before.slice(-1)) && unspaced.test(after.slice(0, 1));
}
