/** A text in one language. */
interface Run {
  readonly text: string;
  readonly language: string;
}

/** The text of one utterance: a sentence, or its part in one language. */
export interface SpeechPart extends Run {
  /** Start and end of the whole sentence in the joined text of the runs. */
  readonly sentence: readonly [start: number, end: number];
}

/**
 * Splits the text of a block into parts to be spoken one after the other. Parts without letters and
 * digits are dropped. A sentence longer than `longest` characters is split at commas and dashes.
 */
export function cutIntoParts(
  runs: readonly Run[],
  language: string,
  longest = Number.POSITIVE_INFINITY,
): SpeechPart[] {
  const text = runs.map((run) => run.text).join('');
  const parts: SpeechPart[] = [];
  for (const sentence of sentencesOf(text, language)) {
    let from = 0;
    let open: { language: string; text: string } | undefined;
    const close = () => {
      for (const piece of open ? cutLong(open.text, longest) : []) {
        if (/[\p{L}\p{N}]/u.test(piece))
          parts.push({ text: piece, language: open?.language ?? language, sentence });
      }
    };
    for (const run of runs) {
      const said = run.text.slice(
        Math.max(0, sentence[0] - from),
        Math.max(0, sentence[1] - from),
      );
      from += run.text.length;
      if (said === '') continue;
      if (open?.language === run.language) open.text += said;
      else {
        close();
        open = { language: run.language, text: said };
      }
    }
    close();
  }
  return parts;
}

/** Start and end of each sentence, without the spaces around it. */
function sentencesOf(text: string, language: string): [number, number][] {
  // Firefox before 125 lacks Intl.Segmenter: a block is then one sentence.
  const segments = globalThis.Intl.Segmenter
    ? [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)]
    : [{ index: 0, segment: text }];
  return segments.flatMap(({ index, segment }) => {
    const start = index + segment.length - segment.trimStart().length;
    const end = index + segment.trimEnd().length;
    return start < end ? [[start, end] as [number, number]] : [];
  });
}

function cutLong(text: string, longest: number): string[] {
  const pieces: string[] = [];
  for (const clause of text.trim().split(/(?<=[,;:،؛]\s|[，、；：]|\s[–—]\s)/u)) {
    const last = pieces.at(-1);
    if (last === undefined || last.length + clause.length > longest) pieces.push(clause);
    else pieces[pieces.length - 1] = last + clause;
  }
  return pieces.map((piece) => piece.trim());
}
