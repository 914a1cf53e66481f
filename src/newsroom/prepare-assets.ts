import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import pLimit from 'p-limit';
import { type FileUse, isPicturePath } from '../edition/check-references.ts';
import { contradictingName } from '../pictures/compare-credit.ts';
import { keepFiles } from '../pictures/picture-store.ts';
import { type Prepared, preparePicture } from '../pictures/prepare-picture.ts';
import { UnusablePicture } from '../pictures/unusable-picture.ts';
import { quote } from '../problems/format-problem.ts';
import type { Problem } from '../problems/problem.ts';
import type { StatedRights } from './collect-rights.ts';
import type { Asset } from './entry.ts';

/** A file and the place that names it. */
export type NamedFile = Pick<FileUse, 'path' | 'place'>;

export interface PrepareAssetsOptions {
  readonly contentDir: string;
  readonly cacheDir: string;
  /** By paths below the content folder. */
  readonly rights: ReadonlyMap<string, StatedRights>;
}

/**
 * How many pictures are made at once: one a core, and no more than have room beside each other
 * in memory (some 150 MB each).
 */
const atOnce = Math.min(availableParallelism(), 4);

/** Milliseconds after which somebody who waits is told how many are left, again and again. */
const tellEvery = 10_000;

/**
 * Makes what articles use from the content folder ready to be published: pictures and
 * attachments, in `CACHE_DIR/pictures`. A file that is no picture is a problem of every
 * article that shows it, at the line that names it; one that names somebody else than its stated
 * credit is a warning where that stands.
 */
export async function prepareAssets(
  uses: readonly NamedFile[],
  options: PrepareAssetsOptions,
): Promise<{ assets: Map<string, Asset>; problems: Problem[] }> {
  const limit = pLimit(atOnce);
  const progress = setInterval(() => {
    const left = limit.activeCount + limit.pendingCount;
    console.log(`pictures: ${left} still to be made ready …`);
  }, tellEvery);
  const byPath = Map.groupBy(uses, (use) => use.path);
  const prepared = await limit
    .map(byPath, ([path, own]) => prepareAsset(path, own, options))
    .finally(() => clearInterval(progress));
  return {
    assets: new Map(prepared.flatMap(({ path, asset }) => (asset ? [[path, asset]] : []))),
    problems: prepared.flatMap(({ problems }) => problems),
  };
}

async function prepareAsset(
  path: string,
  uses: readonly NamedFile[],
  { contentDir, cacheDir, rights }: PrepareAssetsOptions,
): Promise<{ path: string; asset?: Asset; problems: readonly Problem[] }> {
  const source = join(contentDir, path);
  if (!isPicturePath(path))
    return { path, asset: await keepAttachment(source, cacheDir), problems: [] };
  const stated = rights.get(path);
  try {
    const options = { cacheDir, rights: stated?.rights };
    const { picture, embedded } = await preparePicture(source, options);
    const asset = { kind: 'picture' as const, ...picture };
    return { path, asset, problems: contradiction(stated, embedded) };
  } catch (error) {
    return { path, problems: uses.map((use) => notAPicture(use, error)) };
  }
}

/**
 * What is wrong with a file that cannot be published as a picture. Any other error is one of the
 * disk or of this program, and is thrown on.
 */
export function notAPicture({ place, path }: NamedFile, error: unknown): Problem {
  if (!(error instanceof UnusablePicture)) throw error;
  const expected = 'a picture (.jpg, .png, .webp, .avif, .gif, .svg)';
  return {
    severity: 'error',
    ...place,
    expected,
    got: `${path}: ${error.got}`,
    cure: error.cure,
  };
}

function contradiction(
  stated: StatedRights | undefined,
  embedded: Prepared['embedded'],
): Problem[] {
  const name = stated && contradictingName(stated.rights, embedded);
  if (name === undefined) return [];
  const { rights, use } = stated as StatedRights;
  return [
    {
      severity: 'warning',
      ...use.place,
      field: 'image.credit',
      expected: `the name that ${use.path} itself gives, ${quote(name)}`,
      got: quote(rights.creditLine),
      cure: 'correct the credit, or what the file says',
    },
  ];
}

/** Copies a document under the hash of its bytes and gives that name. */
async function keepAttachment(source: string, cacheDir: string): Promise<Asset> {
  const bytes = await readFile(source);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const name = `${hash}${extname(source).toLowerCase()}`;
  await keepFiles(cacheDir, new Map([[name, bytes]]));
  return { kind: 'attachment', name };
}
