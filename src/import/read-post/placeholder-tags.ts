/** Tags of generators within addresses, which must not keep a parser from seeing those. */
export interface PlaceholderTags {
  /** Keeps a tag; gives a sign that any address may hold. */
  hold(written: string): string;
  /** A text with its tags again, each made safe for where it is shown. */
  restore(text: string, show: (tag: string) => string): string;
}

const sign = /\uE000(\d+)\uE001/gu;

export function createPlaceholderTags(): PlaceholderTags {
  const tags: string[] = [];
  return {
    hold: (written) => `\uE000${tags.push(written) - 1}\uE001`,
    restore: (text, show) =>
      text.replace(sign, (whole, index: string) => {
        const tag = tags[Number(index)];
        return tag === undefined ? whole : show(tag);
      }),
  };
}

/** Whether an address holds a tag, so that nobody knows where it leads. */
export function hasPlaceholder(address: string): boolean {
  return address.includes('\uE000');
}
