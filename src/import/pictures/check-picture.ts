/** What a build can make pictures for pages of. */
const formats = new Set(['jpeg', 'png', 'webp', 'heif', 'gif']);

/** Why bytes are no picture that a page can show; undefined where they are one, to the last row. */
export async function checkPicture(bytes: Uint8Array): Promise<string | undefined> {
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(bytes, { animated: true, failOn: 'error' });
    const { format } = await picture.metadata();
    if (!formats.has(format)) return `it is ${format}, not a jpg, png, webp, avif or gif`;
    await picture.resize({ width: 8 }).toBuffer();
    return undefined;
  } catch (error) {
    return `it is no whole picture (${(error as Error).message.split('\n')[0]})`;
  }
}
