import { decode, joinPath } from '../article/file-path.ts';
import { pathOnDisk } from '../pictures/path-on-disk.ts';
import { preparePicture } from '../pictures/prepare-picture.ts';
import type { PreparedPicture } from '../pictures/prepared-picture.ts';
import { UnusablePicture } from '../pictures/unusable-picture.ts';
import type { Problem } from '../problems/problem.ts';
import type { ReadSettings } from '../publication/publication-settings.ts';
import { checkFiles } from './check-files.ts';
import type { ShownPicture } from './entry.ts';
import { notAPicture } from './prepare-assets.ts';

interface Places {
  readonly contentDir: string;
  readonly cacheDir: string;
  /** Files of the content folder that are no copies. */
  readonly files: ReadonlySet<string>;
}

/**
 * Makes the publication's logo ready to be published. A file that is not there, or is no
 * picture, is a problem at the line of `publication.yaml` that names it.
 */
export async function prepareLogo(
  { publication, logoAt, file = '' }: ReadSettings,
  { contentDir, cacheDir, files }: Places,
): Promise<{ logo?: ShownPicture; problems: readonly Problem[] }> {
  const named = publication?.theme.logo;
  if (named === undefined || logoAt === undefined) return { problems: [] };
  const path = joinPath([], decode(named).normalize('NFC'));
  const place = { file, ...logoAt, field: 'theme.logo' };
  if (path === undefined || !files.has(path)) {
    const expected = 'the path of a picture below the content folder';
    const cure = 'put the file beside publication.yaml, or remove `logo:`';
    return { problems: [{ severity: 'error', ...place, expected, got: named, cure }] };
  }
  const { problems } = await checkFiles([{ path, place }], contentDir);
  if (problems.length > 0) return { problems };
  try {
    const { picture } = await preparePicture(pathOnDisk(contentDir, path), { cacheDir });
    return { logo: { kind: 'picture', ...toLogo(picture) }, problems: [] };
  } catch (error) {
    if (!(error instanceof UnusablePicture)) throw error;
    return { problems: [notAPicture({ path, place }, error)] };
  }
}

/** A logo is one file: a drawing as it was drawn, anything else in its widest form. */
function toLogo({ sources, ...picture }: PreparedPicture): PreparedPicture {
  const vector = sources.find(({ type }) => type === 'image/svg+xml')?.files[0];
  return { ...picture, ...vector, sources: [] };
}
