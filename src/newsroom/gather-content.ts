import type { Story } from '../content/article/article.ts';
import type { PictureNotes } from '../content/article/picture-note.ts';
import type { PublicationSettings } from '../content/settings/publication-settings.ts';
import { checkReferences } from '../publication/edition/check-references.ts';
import {
  type CreatedPublication,
  createPublication,
} from '../publication/edition/create-publication.ts';
import type { Publication } from '../publication/edition/publication.ts';
import { formatProblem, sortProblems } from '../system/problems/format-problem.ts';
import { mergeRepeated } from '../system/problems/merge-repeated.ts';
import type { Problem } from '../system/problems/problem.ts';
import { cardsOf, checkFiles } from './check-files.ts';
import { checkExpiry, checkOwnAddresses } from './check-settings.ts';
import { isSameReading, type StoredContentFile } from './content-store.ts';
import type { FileMemory } from './file-memory.ts';
import { type Asset, collectRights, prepareAssets } from './prepare-assets.ts';
import { type Logos, prepareIcons, prepareLogos } from './prepare-logos.ts';
import {
  type LiveMemory,
  type ReadContent,
  type ReadContentOptions,
  readContent,
} from './read-content.ts';
import { suggestCredits } from './suggest-credits.ts';

export interface Gathered {
  /** How many Markdown files there are. */
  readonly files: number;
  /** All of them, below the content folder. */
  readonly paths: readonly string[];
  /** False where `publication.yaml` has a mistake, or there is no article: nothing can be left out. */
  readonly publishable: boolean;
  /** All problems of all files, in order. */
  readonly problems: readonly Problem[];
  /** Files with an error, as shown. */
  readonly leftOut: readonly string[];
  readonly drafts: number;
  /** Stories that are not out yet. */
  readonly scheduled: readonly Story[];
  /** How many are past the day from which on they are not published. */
  readonly expired: number;
  /** What is to be shown. */
  readonly published: Publication;
  /** By paths below the content folder. */
  readonly assets: ReadonlyMap<string, Asset>;
  readonly logos: Logos;
  readonly contentFiles: readonly StoredContentFile[];
  /** All contentFiles that can be read. */
  readonly readFiles: readonly StoredContentFile[];
  /** In the live preview: paths of the files whose last good content is shown in place of them. */
  readonly standIns: ReadonlySet<string>;
  /** Languages of the editions, the default first. */
  readonly languages: readonly string[];
}

export interface GatherOptions extends ReadContentOptions {
  /** Whether drafts and scheduled articles are shown too. */
  readonly drafts: boolean;
  /** False: files are only looked at, and not made for pages; default: true. */
  readonly publish?: boolean;
}

/**
 * Reads a whole content folder: finds, reads, validates and renders its contentFiles, checks them
 * together and prepares their pictures. Gives every problem of every file;
 * throws only where the folder itself cannot be read or the cache is damaged.
 */
export async function gatherContent(options: GatherOptions): Promise<Gathered> {
  const { settings, drafts, memory, publish = true } = options;
  const read = await readContent(options);
  const { places, own, publication, files, notes, known } = read;
  const { problems: ofLogo, ...logo } = await prepareLogos(own, { ...places, files, known });
  const { problems: ofIcon, ...icon } = await prepareIcons(own, { ...places, files, known });
  const logos = own.publication ? { ...logo, ...icon } : (memory?.logos ?? {});
  const problems = [...read.problems, ...ofLogo, ...ofIcon, ...checkExpiry(own, settings.now)];
  const checked = await checkContentFiles(read, publication, {
    ...places,
    now: settings.now,
    drafts,
    publish,
    files,
    notes,
    known,
    leftOut: read.unread,
    ...(memory ? { memory } : {}),
  });
  problems.push(...checked.problems, ...checkOwnAddresses(own, checked.created));
  const { heldBack } = checked.created;
  const isOver = ({ expires = Number.POSITIVE_INFINITY }: Story) => expires <= settings.now;
  return {
    files: read.paths.length,
    paths: read.paths,
    publishable:
      own.publication !== undefined &&
      [...ofLogo, ...ofIcon].every(({ severity }) => severity !== 'error') &&
      !read.empty,
    problems: mergeRepeated(
      sortProblems(
        await suggestCredits(
          problems,
          read.contentFiles.map(({ content }) => content),
          { ...places, known },
        ),
      ),
    ),
    leftOut: [...checked.leftOut].sort().map((path) => `${places.shown}/${path}`),
    drafts: heldBack.filter((story) => story.draft).length,
    scheduled: heldBack.filter((story) => !story.draft && !isOver(story)),
    expired: heldBack.filter((story) => !story.draft && isOver(story)).length,
    published: checked.created.publication,
    assets: checked.assets,
    logos,
    contentFiles: checked.contentFiles,
    readFiles: read.contentFiles,
    standIns: checked.standIns,
    languages: checked.created.publication.editions.map((edition) => edition.language),
  };
}

interface CheckOptions {
  readonly root: string;
  readonly contentDir: string;
  readonly cacheDir: string;
  readonly shown: string;
  readonly now: number;
  readonly drafts: boolean;
  readonly publish: boolean;
  readonly files: ReadonlySet<string>;
  readonly notes: PictureNotes;
  readonly known: FileMemory;
  readonly leftOut: ReadonlySet<string>;
  readonly memory?: LiveMemory;
}

interface CheckedFiles {
  readonly created: CreatedPublication;
  readonly contentFiles: readonly StoredContentFile[];
  readonly assets: ReadonlyMap<string, Asset>;
  readonly problems: readonly Problem[];
  readonly leftOut: ReadonlySet<string>;
  readonly standIns: ReadonlySet<string>;
}

/**
 * Holds contentFiles against one another until none is left out any more: what is wrong with one
 * (a translation's original is missing) may be the fault of another. In the live preview the last
 * good content of a file takes its place; where there is none, or it has the same mistakes, what is
 * wrong with references does not keep it from being shown.
 */
async function checkContentFiles(
  { contentFiles: all, faulty }: Pick<ReadContent, 'contentFiles' | 'faulty'>,
  settings: PublicationSettings,
  options: CheckOptions,
): Promise<CheckedFiles> {
  const { memory } = options;
  const standIns = new Map<string, StoredContentFile>();
  const read = new Map(all.map((item) => [item.content.path, item]));
  const hasStandIn = (path: string) => {
    const good = memory?.good.get(path);
    const own = read.get(path);
    return good !== undefined && !(own && isSameReading(good, own)) && !standIns.has(path);
  };
  const standIn = (path: string): boolean => {
    const good = memory?.good.get(path);
    if (good === undefined || !hasStandIn(path)) return false;
    standIns.set(path, good);
    return true;
  };
  const readable = new Set(faulty.map(({ path }) => path));
  const leftOut = new Set(
    [...options.leftOut].filter((path) => readable.has(path) || !standIn(path)),
  );
  const problems = new Map<string, Problem>();
  // What has errors is checked once, and then only lends what its translations inherit.
  let checking: ReadonlySet<string> = readable;
  for (;;) {
    const own = all.filter(({ content }) => !standIns.has(content.path));
    const current = [...own, ...standIns.values()];
    const contentFiles = current.filter(({ content }) => !leftOut.has(content.path));
    const known = [
      ...current.map(({ content }) => content),
      ...faulty.filter(({ path }) => !standIns.has(path)),
    ];
    const paths = new Set(known.map(({ path }) => path));
    const created = createPublication(known, settings, {
      ...options,
      faulty: checking,
      unread: [...options.leftOut].filter((path) => !paths.has(path)),
      lending: new Set(
        known
          .map(({ path }) => path)
          .filter((path) => leftOut.has(path) && !checking.has(path)),
      ),
    });
    const references = checkReferences(created.publication, {
      heldBack: created.heldBack,
      faulty: created.faulty,
      leftOut,
    });
    const cards = cardsOf(created.publication.byPath.values());
    const named = [...references.uses, ...cards.filter(({ path }) => options.files.has(path))];
    const { problems: ofFiles, unreadable } = checkFiles(named, options);
    const usable = references.uses.filter(({ path }) => !unreadable.has(path));
    const rights = collectRights(usable, {
      languages: settings.languages,
      notes: options.notes,
    });
    const prepared = await prepareAssets(usable, { ...options, rights });
    const found = [
      ...created.problems,
      ...references.problems,
      ...ofFiles,
      ...prepared.problems,
    ];
    const before = leftOut.size;
    const replaced = new Set(standIns.keys());
    // Others are then seen beside the last good content of what has errors.
    const isSeen = (path: string) => !memory || checking.size === 0 || checking.has(path);
    for (const path of created.unplaced) if (isSeen(path)) leftOut.add(path);
    for (const problem of found) {
      const path = problem.file.slice(options.shown.length + 1);
      if (!isSeen(path)) continue;
      const isError = problem.severity === 'error';
      const isFatal =
        isError &&
        (memory === undefined || created.problems.includes(problem) || hasStandIn(path));
      // What is wrong with the file is told, not what is wrong with an earlier form of it.
      if (isFatal || !replaced.has(path)) problems.set(formatProblem(problem), problem);
      if (isFatal) leftOut.add(path);
    }
    const stoodIn = [...leftOut].filter(standIn);
    for (const path of stoodIn) leftOut.delete(path);
    const isDone = leftOut.size === before && stoodIn.length === 0 && checking.size === 0;
    checking = new Set();
    if (!isDone) continue;
    const { assets } = prepared;
    return {
      ...{ created, contentFiles, assets, leftOut },
      problems: [...problems.values()],
      standIns: new Set([...standIns.keys()].filter((path) => !leftOut.has(path))),
    };
  }
}
