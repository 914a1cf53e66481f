import { decode, joinPath } from '../content/article/file-path.ts';
import { pathOnDisk } from '../outputs/pictures/path-on-disk.ts';
import { preparePictures } from '../outputs/pictures/picture-pool.ts';
import type { Prepared } from '../outputs/pictures/prepare-picture.ts';
import { UnusablePicture } from '../outputs/pictures/prepared-picture.ts';
import { quote } from '../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import { checkFiles } from './check-files.ts';
import type { FileMemory } from './live-memory.ts';
import { notAPicture } from './prepare-assets.ts';

/** Where files lie; all paths are absolute. */
export interface PublicationPlaces {
  readonly contentDir: string;
  readonly cacheDir: string;
  /** Files of the content folder that are no copies. */
  readonly files: ReadonlySet<string>;
  readonly known: FileMemory;
}

/** Where `publication.yaml` names the file. */
export type Place = Pick<Problem, 'file' | 'line' | 'column' | 'field'>;

export type PreparedFile =
  | { readonly prepared: Prepared; readonly path: string }
  | { readonly problems: readonly Problem[] };

/**
 * Prepares a picture that `publication.yaml` names, in a child process: what hangs or crashes the
 * decoder is an error of the file. One that does not exist, or is no picture, is an error at `place`.
 */
export async function prepareNamed(
  named: string,
  place: Place,
  { cacheDir, files, icon = false, ...places }: PublicationPlaces & { icon?: boolean },
): Promise<PreparedFile> {
  const path = joinPath([], decode(named).normalize('NFC'));
  if (path === undefined || !files.has(path)) {
    const expected = 'the path of a picture below the content folder';
    const field = place.field?.replace(/^theme\.|\.(?:light|dark)$/gu, '');
    const cure = `put the file beside publication.yaml, or remove \`${field}:\``;
    return {
      problems: [
        { severity: 'error', ...place, message: wrongValue(expected, quote(named)), cure },
      ],
    };
  }
  const { problems } = checkFiles([{ path, place }], places);
  if (problems.length > 0) return { problems };
  const onDisk = pathOnDisk(places.contentDir, path);
  const prepare = () => preparePictures([{ path: onDisk, cacheDir, icon }]);
  const [prepared] = await places.known.once(path, icon ? 'icon' : 'logo', prepare);
  return prepared === undefined || prepared instanceof UnusablePicture
    ? { problems: [notAPicture({ path, place }, prepared as UnusablePicture, { icon })] }
    : { prepared, path: onDisk };
}
