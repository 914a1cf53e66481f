const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** The media type of a picture by the ending of its address. */
export function pictureType(url: string): string | undefined {
  return types[/\.([a-z]+)$/iu.exec(url)?.[1]?.toLowerCase() ?? ''];
}
