import { fileTypeFromBuffer } from 'file-type';

/**
 * The format of a file by its bytes: `svg`, `text`, or a usual ending such as `jpg` or `pdf`;
 * undefined where it is not known.
 */
export async function recogniseFormat(bytes: Uint8Array): Promise<string | undefined> {
  const text = textOf(bytes);
  if (text !== undefined && svgBegins.test(text)) return 'svg';
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return type?.ext ?? (text === undefined ? undefined : 'text');
}

/** The first 4,096 bytes of a file that is text in UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, 4096);
  if (start.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
  } catch {
    return undefined;
  }
}

/** An `<svg>` after nothing but declarations, comments and doctypes. */
const svgBegins = /^\s*(?:<(?:\?[^>]*|!--.*?--|![^>[]*(?:\[[^\]]*\][^>]*)?)>\s*)*<svg[\s/>]/su;
