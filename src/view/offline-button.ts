import type { Words } from '../language/words.ts';

/** What the button that keeps a page on the device says. */
export interface OfflineButton {
  readonly save: string;
  readonly saved: string;
  readonly remove: string;
  readonly failed: string;
}

export function toOfflineButton({ offline }: Words): OfflineButton {
  const { save, saved, remove, failed } = offline;
  return { save, saved, remove, failed };
}
