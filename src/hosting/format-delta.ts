import type { Delta } from './compare-file-lists.ts';

/**
 * A delta for people and for `grep`: `+` added, `~` changed, `-` removed, each with its path, and
 * `purge` with an address.
 */
export function formatDelta({ added, changed, removed, purge }: Delta): string {
  const lines = [
    ...added.map((path) => `+ ${path}`),
    ...changed.map((path) => `~ ${path}`),
    ...removed.map((path) => `- ${path}`),
    ...purge.map((address) => `purge ${address}`),
    `${added.length} added, ${changed.length} changed, ${removed.length} removed, ${purge.length} addresses to purge`,
  ];
  return `${lines.join('\n')}\n`;
}
