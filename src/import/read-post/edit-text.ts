export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A text with its edits, which do not overlap, and what lay where before them. */
export interface Edited {
  readonly text: string;
  /** The offset in the text before of an offset in the text after. */
  originOf(offset: number): number;
}

export function editText(before: string, edits: readonly Edit[]): Edited {
  const steps: { after: number; before: number }[] = [{ after: 0, before: 0 }];
  let text = '';
  let last = 0;
  for (const edit of edits.toSorted((a, b) => a.from - b.from)) {
    text += before.slice(last, edit.from);
    steps.push({ after: text.length, before: edit.from });
    text += edit.text;
    steps.push({ after: text.length, before: edit.to });
    last = edit.to;
  }
  text += before.slice(last);
  return {
    text,
    originOf(offset) {
      const index = steps.findLastIndex((item) => item.after <= offset);
      const [step, next] = [steps[index], steps[index + 1]];
      const origin = (step?.before ?? 0) + offset - (step?.after ?? 0);
      return Math.min(origin, next?.before ?? origin);
    },
  };
}
