import type { Publication } from '../edition/publication.ts';

/** Where an article or a text is read, and which old addresses lead to it. */
export interface StoryAddress {
  readonly address: string;
  /** As shown in problems: `content/bridge.md`. */
  readonly file: string;
  readonly title: string;
  readonly aliases: readonly string[];
}

/** Of every published story, in the order of their files. */
export function listStoryAddresses({ byPath }: Publication): StoryAddress[] {
  return [...byPath.values()].map(({ address, file, title, aliases }) => ({
    address,
    file,
    title,
    aliases,
  }));
}
