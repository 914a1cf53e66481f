import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { decodeCopy } from '../article/decode-copy.ts';
import {
  type PublicationSettings,
  parsePublication,
  type ReadSettings,
} from '../publication/publication-settings.ts';

/**
 * Reads `publication.yaml` of a content folder; a folder without one is a publication of
 * defaults that bears the folder's name. `shown` is the folder as problems name it.
 */
export async function readPublication(
  contentDir: string,
  shown: string,
): Promise<ReadSettings> {
  const file = `${shown}/publication.yaml`;
  const bytes = await readFile(join(contentDir, 'publication.yaml')).catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const empty = bytes === undefined || bytes.toString('latin1').trim() === '';
  const decoded = empty ? { text: '' } : decodeCopy(bytes, file);
  if (decoded.text === undefined) return { problems: decoded.problem ? [decoded.problem] : [] };
  return parsePublication(decoded.text, file, basename(contentDir));
}

/** A publication that says nothing of itself. */
export function defaultPublication(folderName: string): PublicationSettings {
  const { publication } = parsePublication('', 'publication.yaml', folderName);
  if (!publication)
    throw new Error('the defaults of publication.yaml do not fit its own schema');
  return publication;
}
