import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { PictureNotes } from '../content/article/picture-note.ts';
import { type PictureRights, toPictureRights } from '../content/article/picture-rights.ts';
import { creditOf } from '../content/article/story-pictures.ts';
import { type OwnWords, wordsFor } from '../language/words-for.ts';
import { pathOnDisk } from '../outputs/pictures/path-on-disk.ts';
import { preparePictures } from '../outputs/pictures/picture-pool.ts';
import { keepFiles } from '../outputs/pictures/picture-store.ts';
import type { Prepared } from '../outputs/pictures/prepare-picture.ts';
import { type PreparedPicture, UnusablePicture } from '../outputs/pictures/prepared-picture.ts';
import { contradictingName } from '../outputs/pictures/read-embedded-credit.ts';
import {
  type FileUse,
  isPicturePath,
  transcriptField as transcript,
} from '../publication/edition/check-references.ts';
import { isClipPath } from '../publication/edition/clip-files.ts';
import { quote } from '../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import { terminal } from '../system/terminal/terminal.ts';
import type { FileMemory } from './file-memory.ts';
import { type ClipAsset, prepareClip, prepareWords, type WordsAsset } from './prepare-clips.ts';

/** A file, and the position where it is named. */
export type NamedFile = Pick<FileUse, 'path' | 'place'>;

/** A picture to publish, with its files below `/assets/`. */
export interface ShownPicture extends PreparedPicture {
  readonly kind: 'picture';
}

/** A document that is published beside the articles that link to it. */
export interface AttachmentAsset {
  readonly kind: 'attachment';
  readonly name: string;
}

export type Asset = ShownPicture | AttachmentAsset | ClipAsset | WordsAsset;

/** Lists the names of all files of an asset below `/assets/`. */
export function filesOf(asset: Asset): string[] {
  const sources = asset.kind === 'picture' ? asset.sources : [];
  return [asset.name, ...sources.flatMap(({ files }) => files.map(({ name }) => name))];
}

export interface PrepareAssetsOptions {
  readonly contentDir: string;
  readonly cacheDir: string;
  /** The content folder as problems name it. */
  readonly shown: string;
  /** Whether to make files, or only to check them. */
  readonly publish: boolean;
  /** By paths below the content folder. */
  readonly rights: ReadonlyMap<string, StatedRights>;
  readonly known: FileMemory;
}

/**
 * Prepares the pictures, clips and attachments that articles use, in `CACHE_DIR/pictures`. A file that
 * is not what its ending says is an error in every article that shows it, at the line that names it. A picture whose file
 * contradicts the stated credit is a warning at the credit.
 */
export async function prepareAssets(
  uses: readonly NamedFile[],
  options: PrepareAssetsOptions,
): Promise<{ assets: Map<string, Asset>; problems: Problem[] }> {
  const { contentDir, cacheDir, publish, rights, known } = options;
  const assets = new Map<string, Asset>();
  const problems: Problem[] = [];
  const byPath = Map.groupBy(uses, (use) => use.path);
  const pictures = [...byPath.keys()].filter(isPicturePath).map((path) => {
    const own = rights.get(path);
    return { path, stated: own, name: `picture ${JSON.stringify(own?.rights)}` };
  });
  const unknown = pictures.filter(({ path, name }) => known.get(path, name) === undefined);
  const onProgress = (done: number, total: number) =>
    terminal().progress('Pictures', { done, total });
  const prepared = await preparePictures(
    unknown.map(({ path, stated }) => ({
      ...{ path: pathOnDisk(contentDir, path), cacheDir, publish },
      rights: stated?.rights,
    })),
    { onProgress },
  );
  for (const [index, { path, name }] of unknown.entries())
    known.set(path, name, prepared[index]);
  for (const { path, name, stated } of pictures) {
    const outcome = known.get(path, name) as Prepared | UnusablePicture;
    if (outcome instanceof UnusablePicture) {
      problems.push(...(byPath.get(path) ?? []).map((use) => notAPicture(use, outcome)));
      continue;
    }
    assets.set(path, { kind: 'picture', ...outcome.picture });
    problems.push(...contradiction(path, stated, outcome.embedded));
  }
  for (const [path, own] of byPath) {
    if (isPicturePath(path)) continue;
    const isWords =
      /\.vtt$/iu.test(path) || own.some(({ place }) => place.field === transcript);
    if (isClipPath(path) || isWords) {
      const prepared = isWords
        ? await prepareWords(path, options)
        : await prepareClip(path, own, options);
      if (prepared.asset) assets.set(path, prepared.asset);
      problems.push(...prepared.problems);
      continue;
    }
    if (!publish) continue;
    const keep = () => keepAttachment(pathOnDisk(contentDir, path), cacheDir);
    assets.set(path, await known.once(path, 'attachment', keep));
  }
  return { assets, problems };
}

/** The error of a file that cannot be published as a picture. */
export function notAPicture(
  { place, path }: NamedFile,
  { got, cure }: UnusablePicture,
  { icon = false } = {},
): Problem {
  const kind = icon ? 'a square picture of 512 pixels or more' : 'a picture';
  const expected = `${kind} (.jpg, .png, .webp, .avif, .gif, .svg)`;
  return {
    severity: 'error',
    ...place,
    message: wrongValue(expected, `${path}: ${got}`),
    cure,
  };
}

function contradiction(
  path: string,
  stated: StatedRights | undefined,
  embedded: Prepared['embedded'],
): Problem[] {
  if (stated === undefined) return [];
  const { rights, place } = stated;
  const name = contradictingName(rights, embedded);
  if (name === undefined) return [];
  const expected = `the name that ${path} itself gives, ${quote(name)}`;
  const got = quote(rights.creditLine);
  const cure = 'correct the credit, or what the file says';
  return [{ severity: 'warning', ...place, message: wrongValue(expected, got), cure }];
}

/** Copies a document to the cache; its name there is the hash of its bytes. */
async function keepAttachment(source: string, cacheDir: string): Promise<Asset> {
  const bytes = await readFile(source);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const name = `${hash}${extname(source).toLowerCase()}`;
  await keepFiles(cacheDir, new Map([[name, bytes]]));
  return { kind: 'attachment', name };
}

/** The stated rights of a picture, and the position of the statement. */
export interface StatedRights {
  readonly rights: PictureRights;
  /** The position of the credit, or of the picture if the credit comes from elsewhere. */
  readonly place: FileUse['place'];
}

export interface RightsOptions {
  readonly languages: readonly string[];
  readonly notes: PictureNotes;
  readonly words: OwnWords | undefined;
}

/**
 * Collects the stated rights of each picture by its path below the content folder. A picture file has one
 * statement only: where several articles state its rights, that of the first language in `languages`
 * counts, and within a language that of the first path.
 */
export function collectRights(
  uses: readonly FileUse[],
  { languages, notes, words: own }: RightsOptions,
): ReadonlyMap<string, StatedRights> {
  const rank = ({ story }: FileUse) => languages.indexOf(story.language);
  const inOrder = uses.toSorted(
    (a, b) => rank(a) - rank(b) || (a.story.path < b.story.path ? -1 : 1),
  );
  const stated = new Map<string, StatedRights>();
  for (const { path, story, place, posterOf } of inOrder) {
    if (stated.has(path)) continue;
    const picture = story.pictures.find(({ file, credit }) => file === path && credit);
    // A link publishes the picture without showing it.
    const credit =
      picture?.credit ??
      creditOf(notes.get(path), story.language, languages) ??
      story.clips.find(({ file }) => file === posterOf)?.credit;
    if (credit === undefined) continue;
    const { words } = wordsFor(story.language, own);
    const at = { ...(picture?.place ?? place), field: 'credit' };
    stated.set(path, { rights: toPictureRights(credit, words), place: at });
  }
  return stated;
}
