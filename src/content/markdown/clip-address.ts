/** Film or sound. */
export type Medium = 'video' | 'audio';

/** The files that browsers play, by their endings. */
const endings = {
  video: ['mp4', 'webm'],
  audio: ['mp3', 'm4a', 'ogg', 'opus', 'wav'],
} as const satisfies Readonly<Record<Medium, readonly string[]>>;

/** Both. */
export const media = Object.keys(endings) as Medium[];

/** What a file is by its ending: film, sound, or neither. Ignores `?query#fragment`. */
export function mediumOf(address: string): Medium | undefined {
  const ending = /\.([a-z0-9]+)(?:[?#].*)?$/isu.exec(address)?.[1]?.toLowerCase() ?? '';
  return media.find((medium) => (endings[medium] as readonly string[]).includes(ending));
}

/** The endings of a medium as problems name them: `.mp4, .webm`. */
export function endingsOf(medium: Medium): string {
  return endings[medium].map((ending) => `.${ending}`).join(', ');
}
