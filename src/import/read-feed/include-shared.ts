/** Blocks that several posts of WordPress have (its synced patterns), by their number. */
export interface SharedBlocks {
  readonly html: ReadonlyMap<string, string>;
  /** Those that a post has. */
  readonly used: Set<string>;
}

export function createSharedBlocks(
  blocks: readonly (readonly [id: string, html: string])[],
): SharedBlocks {
  return { html: new Map(blocks), used: new Set() };
}

const reference =
  /<!--\s*wp:(?:core\/)?block\s*\{(?:(?!-->).)*?"ref"\s*:\s*"?(?<id>\d+)(?:(?!-->).)*?\/-->/gsu;

/**
 * The HTML of a post with the text of the blocks that it names. One that is not known stays, and so
 * does one `within` itself.
 */
export function includeShared(
  html: string,
  shared: SharedBlocks,
  within: readonly string[] = [],
): string {
  return html.replace(reference, (all, ...groups) => {
    const { id = '' } = groups.at(-1) as Record<string, string>;
    const text = within.includes(id) ? undefined : shared.html.get(id);
    if (text === undefined) return all;
    shared.used.add(id);
    return includeShared(text, shared, [...within, id]);
  });
}
