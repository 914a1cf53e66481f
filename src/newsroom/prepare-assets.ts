import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type FileUse, isPicturePath } from '../edition/check-references.ts';
import { pathOnDisk } from '../pictures/path-on-disk.ts';
import { preparePictures } from '../pictures/picture-pool.ts';
import { keepFiles } from '../pictures/picture-store.ts';
import type { Prepared } from '../pictures/prepare-picture.ts';
import { UnusablePicture } from '../pictures/prepared-picture.ts';
import { contradictingName } from '../pictures/read-embedded-credit.ts';
import { quote } from '../problems/format-problem.ts';
import type { Problem } from '../problems/problem.ts';
import { terminal } from '../terminal/terminal.ts';
import type { Asset } from './asset.ts';
import type { StatedRights } from './collect-rights.ts';
import type { FileMemory } from './live-memory.ts';

/** A file and the place that names it. */
export type NamedFile = Pick<FileUse, 'path' | 'place'>;

export interface PrepareAssetsOptions {
  readonly contentDir: string;
  readonly cacheDir: string;
  /** False: files are only looked at. */
  readonly publish: boolean;
  /** By paths below the content folder. */
  readonly rights: ReadonlyMap<string, StatedRights>;
  readonly known: FileMemory;
}

/**
 * Makes what articles use from the content folder ready to be published: pictures and
 * attachments, in `CACHE_DIR/pictures`. A file that is no picture is a problem of every
 * article that shows it, at the line that names it; one that names somebody else than its stated
 * credit is a warning where that stands.
 */
export async function prepareAssets(
  uses: readonly NamedFile[],
  { contentDir, cacheDir, publish, rights, known }: PrepareAssetsOptions,
): Promise<{ assets: Map<string, Asset>; problems: Problem[] }> {
  const assets = new Map<string, Asset>();
  const problems: Problem[] = [];
  const byPath = Map.groupBy(uses, (use) => use.path);
  const pictures = [...byPath.keys()].filter(isPicturePath).map((path) => {
    const own = rights.get(path);
    return { path, stated: own, name: `picture ${JSON.stringify(own?.rights)}` };
  });
  const unknown = pictures.filter(({ path, name }) => known.get(path, name) === undefined);
  const tell = (done: number, total: number) =>
    terminal().progress('Pictures', { done, total });
  const prepared = await preparePictures(
    unknown.map(({ path, stated }) => ({
      ...{ path: pathOnDisk(contentDir, path), cacheDir, publish },
      rights: stated?.rights,
    })),
    { tell },
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
  for (const path of byPath.keys()) {
    if (isPicturePath(path) || !publish) continue;
    const keep = () => keepAttachment(pathOnDisk(contentDir, path), cacheDir);
    assets.set(path, await known.once(path, 'attachment', keep));
  }
  return { assets, problems };
}

/** That a file cannot be published as a picture. */
export function notAPicture(
  { place, path }: NamedFile,
  { got, cure }: UnusablePicture,
  { icon = false } = {},
): Problem {
  const kind = icon ? 'a square picture of 512 pixels or more' : 'a picture';
  const expected = `${kind} (.jpg, .png, .webp, .avif, .gif, .svg)`;
  return { severity: 'error', ...place, expected, got: `${path}: ${got}`, cure };
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
  return [{ severity: 'warning', ...place, expected, got, cure }];
}

/** Copies a document under the hash of its bytes and gives that name. */
async function keepAttachment(source: string, cacheDir: string): Promise<Asset> {
  const bytes = await readFile(source);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const name = `${hash}${extname(source).toLowerCase()}`;
  await keepFiles(cacheDir, new Map([[name, bytes]]));
  return { kind: 'attachment', name };
}
