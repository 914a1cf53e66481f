import type { ClipReference } from '../../content/markdown/reference.ts';

/** The files that browsers play: those of `mediumOf`. */
const endings = {
  video: /\.(?:mp4|webm)$/iu,
  audio: /\.(?:mp3|m4a|ogg|opus|wav)$/iu,
} as const satisfies Readonly<Record<ClipReference['medium'], RegExp>>;

/** Whether browsers play a file as film or sound; sound may be in a film's container. */
export function isClipPath(path: string, medium?: ClipReference['medium']): boolean {
  if (medium === 'audio' && /\.webm$|\.mp4$/iu.test(path)) return true;
  return medium === undefined
    ? Object.values(endings).some((ending) => ending.test(path))
    : endings[medium].test(path);
}

/** A file beside a clip, by its path below the content folder. */
export interface BesideFile {
  readonly path: string;
  /** As the file name says: `ko` of `clip.ko.vtt`. */
  readonly language?: string;
}

/** The files beside a clip that have its name. */
export interface BesideClip {
  readonly poster?: string;
  readonly captions: readonly BesideFile[];
  readonly transcripts: readonly BesideFile[];
}

/** Finds the files beside a clip by the clip's path. */
export type FindBeside = (clip: string) => BesideClip;

const pictureEndings = ['jpg', 'jpeg', 'png', 'webp', 'avif'] as const;

/**
 * Finds what has the name of a clip: `clip.jpg` is the poster of `clip.mp4`, `clip.vtt` and
 * `clip.ko.vtt` are its captions, `clip.txt` and `clip.ko.txt` its transcript. `languages` are those
 * of the publication. Only film has a poster: the picture beside a recording may show anything.
 */
export function createFindBeside(
  files: { has(path: string): boolean },
  languages: readonly string[],
): FindBeside {
  const withEnding = (base: string, ending: string): BesideFile[] => [
    ...(files.has(`${base}.${ending}`) ? [{ path: `${base}.${ending}` }] : []),
    ...languages.flatMap((language) => {
      const names = new Set([language, language.toLowerCase()]);
      const path = [...names]
        .map((name) => `${base}.${name}.${ending}`)
        .find((p) => files.has(p));
      return path === undefined ? [] : [{ path, language }];
    }),
  ];
  return (clip) => {
    const base = clip.replace(/\.[^./]+$/u, '');
    const poster = isClipPath(clip, 'video')
      ? pictureEndings.map((ending) => `${base}.${ending}`).find((path) => files.has(path))
      : undefined;
    return {
      ...(poster === undefined ? {} : { poster }),
      captions: withEnding(base, 'vtt'),
      transcripts: withEnding(base, 'txt'),
    };
  };
}
