/**
 * Replaces generators' tags in addresses by placeholders, so that the parser recognizes the
 * addresses.
 */
export interface PlaceholderTags {
  /** Stores a tag; returns a placeholder that is valid in any address. */
  protect(written: string): string;
  /** Puts the tags back, each escaped by `show` for its place. */
  restore(text: string, show: (tag: string) => string): string;
}

const sign = /\uE000(\d+)\uE001/gu;

export function createPlaceholderTags(): PlaceholderTags {
  const tags: string[] = [];
  return {
    protect: (written) => `\uE000${tags.push(written) - 1}\uE001`,
    restore: (text, show) =>
      text.replace(sign, (whole, index: string) => {
        const tag = tags[Number(index)];
        return tag === undefined ? whole : show(tag);
      }),
  };
}

/** Whether an address contains a tag, so that its target is unknown. */
export function hasPlaceholder(address: string): boolean {
  return address.includes('\uE000');
}
