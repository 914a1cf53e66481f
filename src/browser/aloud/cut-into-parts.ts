/** Text of one language. */
interface Run {
  readonly text: string;
  readonly language: string;
}

/** What is spoken in one go: a sentence, or as much of it as is in one language. */
export interface Part extends Run {
  /** From where to where the whole sentence stands in the joined text of the runs. */
  readonly sentence: readonly [start: number, end: number];
}

/**
 * Cuts the text of a block into what is spoken one after another. What has neither letter nor
 * digit is left out. A sentence longer than `longest` is cut at its commas and the like.
 */
export function cutIntoParts(
  runs: readonly Run[],
  language: string,
  longest = Number.POSITIVE_INFINITY,
): Part[] {
  const text = runs.map((run) => run.text).join('');
  const parts: Part[] = [];
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

/** Start and end of every sentence, without the space around it. */
function sentencesOf(text: string, language: string): [number, number][] {
  // Firefox before 125 has none: then a block is one sentence.
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
