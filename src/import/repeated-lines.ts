/** Lines with the same words that are printed for one source. */
const mostAlike = 20;

/** Lines of notes that are printed for one source. */
const mostInAll = 2000;

/** Decides what is printed of one source, whose articles may all say the same. */
export interface RepeatedLines {
  /** Whether the next line that says this is printed; else it is counted. */
  readonly shows: (words: string) => boolean;
  /** What was counted, as sentences; the count begins again. */
  readonly flush: () => string[];
}

export function createRepeatedLines(): RepeatedLines {
  let told = 0;
  let others = 0;
  const counts = new Map<string, number>();
  return {
    shows(words) {
      const count = counts.get(words);
      if (count === undefined && told >= mostInAll) {
        others += 1;
        return false;
      }
      counts.set(words, (count ?? 0) + 1);
      if ((count ?? 0) >= mostAlike) return false;
      told += 1;
      return true;
    },
    flush() {
      const sentences = [...counts]
        .filter(([, count]) => count > mostAlike)
        .map(([words, count]) => `${words}: ${count - mostAlike} more times`);
      if (others > 0) sentences.push(`${others} more notes are not shown`);
      counts.clear();
      [told, others] = [0, 0];
      return sentences;
    },
  };
}
