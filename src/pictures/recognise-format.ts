import { fileTypeFromBuffer } from 'file-type';

/**
 * What a file is by its bytes, whatever its name says: `svg`, `text`, or a usual ending such as
 * `jpg` or `pdf`; undefined for what is not known.
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

/** An `<svg>` behind nothing but what may stand before it: declarations, comments, doctypes. */
const svgBegins = /^\s*(?:<(?:\?[^>]*|!--.*?--|![^>[]*(?:\[[^\]]*\][^>]*)?)>\s*)*<svg[\s/>]/su;
