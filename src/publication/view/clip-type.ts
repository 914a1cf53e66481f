/** Media types of clips by their endings. WebM and MP4 contain film or sound. */
const types = {
  mp4: { video: 'video/mp4', audio: 'audio/mp4' },
  m4a: { video: 'audio/mp4', audio: 'audio/mp4' },
  webm: { video: 'video/webm', audio: 'audio/webm' },
  mp3: { video: 'audio/mpeg', audio: 'audio/mpeg' },
  ogg: { video: 'audio/ogg', audio: 'audio/ogg' },
  opus: { video: 'audio/ogg', audio: 'audio/ogg' },
  wav: { video: 'audio/wav', audio: 'audio/wav' },
} as const;

/** The media type of a clip's file: `audio/mpeg`. */
export function clipType(name: string, medium: 'video' | 'audio'): string {
  const ending = /\.([^.]+)$/u.exec(name)?.[1] ?? '';
  return Object.hasOwn(types, ending)
    ? types[ending as keyof typeof types][medium]
    : 'application/octet-stream';
}
