import { readFile } from 'node:fs/promises';
import { joinPath } from '../content/article/file-path.ts';
import { papers } from '../content/settings/papers.ts';
import type { ReadSettings } from '../content/settings/publication-settings.ts';
import { decodePercent } from '../language/decode-percent.ts';
import { measureContrast } from '../outputs/pictures/measure-contrast.ts';
import { pathOnDisk } from '../outputs/pictures/path-on-disk.ts';
import { preparePictures } from '../outputs/pictures/picture-pool.ts';
import { picturePath } from '../outputs/pictures/picture-store.ts';
import type { Prepared } from '../outputs/pictures/prepare-picture.ts';
import { type PreparedPicture, UnusablePicture } from '../outputs/pictures/prepared-picture.ts';
import { quote } from '../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import { checkFiles } from './check-files.ts';
import type { FileMemory } from './file-memory.ts';
import { type NamedFile, notAPicture, type ShownPicture } from './prepare-assets.ts';

/** The files of the publication's icon: their names in the cache by their names in the site. */
export type Icons = Readonly<Record<string, string>>;

/** The logo, the logo for the dark theme, and the icon of the publication. */
export interface Logos {
  /** Replaces the name in the masthead. */
  readonly logo?: ShownPicture;
  readonly darkLogo?: ShownPicture;
  readonly icons?: Icons;
}

/** Absolute paths of folders, and the files of the content folder. */
export interface PublicationPlaces {
  readonly contentDir: string;
  readonly cacheDir: string;
  /** The paths of all files of the content folder except content files. */
  readonly files: ReadonlySet<string>;
  readonly known: FileMemory;
}

/** For graphics that readers have to recognise (WCAG 2.2, 1.4.11). */
const minContrast = 3;

/**
 * Prepares the logo and the logo for the dark theme. A file that does not exist or is not a picture is an
 * error at the line of `publication.yaml` that names it. A logo with low contrast is a warning.
 */
export async function prepareLogos(
  { publication, positionOf, file = '' }: ReadSettings,
  places: PublicationPlaces,
): Promise<{ logo?: ShownPicture; darkLogo?: ShownPicture; problems: readonly Problem[] }> {
  const named = publication?.theme.logo;
  if (named === undefined || positionOf === undefined) return { problems: [] };
  const place = { file, ...positionOf(['theme', 'logo']), field: 'theme.logo' };
  const light = await prepareLogo(named.light, place, {
    ...places,
    themes: named.dark === undefined ? ['light', 'dark'] : ['light'],
  });
  const dark =
    named.dark === undefined
      ? undefined
      : await prepareLogo(
          named.dark,
          { file, ...positionOf(['theme', 'logo', 'dark']), field: 'theme.logo.dark' },
          { ...places, themes: ['dark'] },
        );
  return {
    logo: light.logo,
    darkLogo: dark?.logo,
    problems: [...light.problems, ...(dark?.problems ?? [])],
  };
}

async function prepareLogo(
  named: string,
  place: NamedFile['place'],
  {
    themes,
    ...places
  }: PublicationPlaces & { readonly themes: readonly (keyof typeof papers)[] },
): Promise<{ logo?: ShownPicture; problems: readonly Problem[] }> {
  const outcome = await prepareNamed(named, place, places);
  if (!('prepared' in outcome)) return outcome;
  const { picture } = outcome.prepared;
  const logo = toLogo(picture);
  const warnings = [];
  if (logo.name !== picture.name && (await hasText(outcome.path)))
    warnings.push(textInLogo(place, named));
  for (const theme of themes) {
    const drawn = picturePath(places.cacheDir, picture.name);
    const contrast = await measureContrast(drawn, papers[theme]);
    if (contrast < minContrast) warnings.push(faintLogo(place, theme, contrast));
  }
  return { logo: { kind: 'picture', ...logo }, problems: warnings };
}

/** Reduces a picture to one file: the SVG if it is one, otherwise the fallback. */
function toLogo({ sources, ...picture }: PreparedPicture): PreparedPicture {
  const vector = sources.find(({ type }) => type === 'image/svg+xml')?.files[0];
  return { ...picture, ...vector, sources: [] };
}

async function hasText(path: string): Promise<boolean> {
  return /<(?:[\w.-]+:)?text[\s>]/u.test(await readFile(path, 'utf8'));
}

function textInLogo(place: NamedFile['place'], named: string): Problem {
  return {
    severity: 'warning',
    ...place,
    message: wrongValue(
      'a drawing without text',
      `${named}, which has text: browsers show it in another font, and may cut it off`,
    ),
    cure: 'turn its text into paths in the program that draws it',
  };
}

function faintLogo(
  place: NamedFile['place'],
  theme: keyof typeof papers,
  contrast: number,
): Problem {
  const cure = {
    light: 'name a darker file as `light:` of `logo:`, and this one as `dark:`',
    dark: 'name a lighter file as `dark:` of `logo:`, and this one as `light:`',
  };
  return {
    severity: 'warning',
    ...place,
    message: wrongValue(
      `a contrast of at least ${minContrast}:1 with the page in the ${theme} theme`,
      `${contrast.toFixed(1)}:1`,
    ),
    cure:
      place.field === `theme.logo.${theme}`
        ? `use a file that is ${theme === 'dark' ? 'lighter' : 'darker'}`
        : cure[theme],
  };
}

/**
 * Makes all files of the icon that `publication.yaml` names. A file that does not exist or is not suitable
 * is an error at the line that names it.
 */
export async function prepareIcons(
  { publication, positionOf, file = '' }: ReadSettings,
  places: PublicationPlaces,
): Promise<{ icons?: Icons; problems: readonly Problem[] }> {
  const named = publication?.theme.icon;
  if (named === undefined || positionOf === undefined) return { problems: [] };
  const place = { file, ...positionOf(['theme', 'icon']), field: 'theme.icon' };
  const outcome = await prepareNamed(named, place, { ...places, icon: true });
  if (!('prepared' in outcome)) return outcome;
  const { icons } = outcome.prepared;
  return { icons, problems: [] };
}

type PreparedFile =
  | { readonly prepared: Prepared; readonly path: string }
  | { readonly problems: readonly Problem[] };

/**
 * Prepares a picture that `publication.yaml` names at `place`. A file that does not exist, is not a
 * picture, or crashes the decoder is an error there.
 */
async function prepareNamed(
  named: string,
  place: NamedFile['place'],
  { cacheDir, files, icon = false, ...places }: PublicationPlaces & { icon?: boolean },
): Promise<PreparedFile> {
  const path = joinPath([], decodePercent(named).normalize('NFC'));
  if (path === undefined || !files.has(path)) {
    const expected = 'the path of a picture below the content folder';
    const field = place.field?.replace(/^theme\.|\.(?:light|dark)$/gu, '');
    const cure = `put the file beside publication.yaml, or remove \`${field}:\``;
    const message = wrongValue(expected, quote(named));
    return { problems: [{ severity: 'error', ...place, message, cure }] };
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
