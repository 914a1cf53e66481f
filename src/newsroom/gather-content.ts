import type { Story } from '../content/article/article.ts';
import type { PictureNotes } from '../content/article/picture-note.ts';
import type { PublicationSettings } from '../content/settings/publication-settings.ts';
import { checkReferences } from '../publication/edition/check-references.ts';
import { chooseFronts } from '../publication/edition/choose-fronts.ts';
import {
  type CreatedPublication,
  createPublication,
} from '../publication/edition/create-publication.ts';
import type { DatedFront } from '../publication/edition/dated-front.ts';
import type { Publication } from '../publication/edition/publication.ts';
import type { ThemePageFile } from '../publication/edition/theme-pages.ts';
import {
  formatProblem,
  mergeRepeated,
  sortProblems,
} from '../system/problems/format-problem.ts';
import type { Problem } from '../system/problems/problem.ts';
import type { ThemeFiles } from '../theme/bundle-theme.ts';
import type { PublicFile } from '../theme/public-files.ts';
import { type Theme, themeFile } from '../theme/theme.ts';
import { cardsOf, checkFiles } from './check-files.ts';
import { checkPublicFiles } from './check-public-files.ts';
import {
  checkExpiry,
  checkGroupPictures,
  checkGroups,
  checkOwnAddresses,
} from './check-settings.ts';
import { isSameReading, type Reading, type StoredContentFile } from './content-store.ts';
import type { FileMemory } from './file-memory.ts';
import { type Asset, collectRights, prepareAssets } from './prepare-assets.ts';
import { type Logos, prepareIcons, prepareLogos } from './prepare-logos.ts';
import {
  type LiveMemory,
  type ReadContent,
  type ReadContentOptions,
  readContent,
} from './read-content.ts';
import { readFronts } from './read-fronts.ts';
import { suggestCredits } from './suggest-credits.ts';

export interface Gathered {
  /** The number of content files. */
  readonly files: number;
  /** Their paths below the content folder. */
  readonly paths: readonly string[];
  /** The paths of all files below the content folder. */
  readonly found: readonly string[];
  /** False where `publication.yaml` or the theme has an error or there is no article. `skipInvalid` cannot help then. */
  readonly publishable: boolean;
  /** The problems of all files, sorted. */
  readonly problems: readonly Problem[];
  /** Files with an error, which are not published; as problems name them. */
  readonly leftOut: readonly string[];
  /** The number of drafts. */
  readonly drafts: number;
  /** Stories with a publication date in the future. */
  readonly scheduled: readonly Story[];
  /** The number of stories past their expiry date. */
  readonly expired: number;
  readonly published: Publication;
  /** The front pages of editors, also those that are not used now. */
  readonly fronts: readonly DatedFront[];
  /** By paths below the content folder. */
  readonly assets: ReadonlyMap<string, Asset>;
  readonly logos: Logos;
  readonly theme?: Theme;
  readonly themeFiles?: ThemeFiles;
  /** The content files that are used: valid ones, and stand-ins for others. */
  readonly contentFiles: readonly StoredContentFile[];
  /** What was read of each content file, by its path. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** In the dev preview: paths of the files with errors that are shown in their last valid version. */
  readonly standIns: ReadonlySet<string>;
  /** Languages of the editions, the default first. */
  readonly languages: readonly string[];
}

export interface GatherOptions extends ReadContentOptions {
  /** Whether to publish drafts and scheduled articles too. */
  readonly drafts: boolean;
  /** Whether to make the files of pictures, or only to check them. Default: true. */
  readonly publish?: boolean;
}

/**
 * Reads a content folder: finds, reads, validates and renders its content files, cross-validates them
 * and prepares their pictures. Collects the problems of all files.
 *
 * @throws {Error} where the folder itself cannot be read, or the cache is damaged
 */
export async function gatherContent(options: GatherOptions): Promise<Gathered> {
  const { settings, drafts, memory, publish = true } = options;
  const read = await readContent(options);
  const { places, readSettings, publication, files, notes, known } = read;
  const { problems: ofLogo, ...logo } = await prepareLogos(readSettings, {
    ...places,
    files,
    known,
  });
  const { problems: ofIcon, ...icon } = await prepareIcons(readSettings, {
    ...places,
    files,
    known,
  });
  const logos = readSettings.publication ? { ...logo, ...icon } : (memory?.logos ?? {});
  const ofGroups = checkGroups(readSettings);
  const { publicFiles = [] } = read.themeFiles ?? {};
  const checked = await checkContentFiles(read, publication, {
    ...places,
    now: settings.now,
    drafts,
    publish,
    files,
    notes,
    known,
    leftOut: read.unread,
    publicFiles,
    themePages: pagesOf(read.theme),
    memory,
  });
  const ofPublic = checkPublicFiles(publicFiles, checked.created.refused, readSettings);
  const written = readFronts(files, readSettings, { ...places, settings: publication });
  const chosen = chooseFronts(written.fronts, {
    ...checked.created,
    paths: read.paths,
    now: settings.now,
  });
  // Not by `push`, which takes only some 100,000 arguments.
  const problems = [
    ...read.problems,
    ...ofLogo,
    ...ofIcon,
    ...ofGroups,
    ...checkExpiry(readSettings, settings.now),
    ...checked.problems,
    ...checkOwnAddresses(readSettings, checked.created),
    ...ofPublic,
    ...checked.created.themeProblems,
    ...checkGroupPictures(readSettings, checked.created),
    ...written.problems,
    ...chosen.problems,
  ];
  const { unpublished } = checked.created;
  const isOver = ({ expires = Number.POSITIVE_INFINITY }: Story) => expires <= settings.now;
  return {
    files: read.paths.length,
    paths: read.paths,
    found: read.found,
    publishable:
      readSettings.publication !== undefined &&
      [
        ...read.themeProblems,
        ...checked.created.themeProblems,
        ...ofPublic,
        ...ofLogo,
        ...ofIcon,
        ...ofGroups,
      ].every(({ severity }) => severity !== 'error') &&
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
    drafts: unpublished.filter((story) => story.draft).length,
    scheduled: unpublished.filter((story) => !story.draft && !isOver(story)),
    expired: unpublished.filter((story) => !story.draft && isOver(story)).length,
    published: { ...checked.created.publication, fronts: chosen.choices },
    fronts: written.fronts,
    assets: checked.assets,
    logos,
    theme: read.theme,
    themeFiles: read.themeFiles,
    contentFiles: checked.contentFiles,
    readings: read.readings,
    standIns: checked.standIns,
    languages: checked.created.publication.editions.map((edition) => edition.language),
  };
}

/** The pages of a theme. */
function pagesOf(theme: Theme | undefined): ThemePageFile[] {
  return (theme?.files ?? []).flatMap((path) => {
    const file = themeFile(path);
    return file.kind === 'page' ? [{ name: file.name, file: `${theme?.shown}/${path}` }] : [];
  });
}

interface CheckOptions {
  readonly themePages: readonly ThemePageFile[];
  readonly publicFiles: readonly PublicFile[];
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
 * Cross-validates content files until no more are excluded: excluding one may cause errors in others,
 * such as a translation without its original. In the dev preview, the last valid version of a file is
 * a stand-in for one with errors. Where there is none, a file with broken references is shown anyway.
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
  // Files with errors are checked once. After that they only supply what translations inherit.
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
      unpublished: created.unpublished,
      faulty: created.faulty,
      leftOut,
    });
    const cards = cardsOf(created.publication.byPath.values());
    const named = [...references.uses, ...cards.filter(({ path }) => options.files.has(path))];
    const { problems: ofFiles, unreadable } = checkFiles(named, options);
    const usable = references.uses.filter(({ path }) => !unreadable.has(path));
    const rights = collectRights(usable, {
      ...{ languages: settings.languages, words: settings.words },
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
    // In the first round of the dev preview only files with errors count: others are checked against
    // the stand-ins.
    const isSeen = (path: string) => !memory || checking.size === 0 || checking.has(path);
    for (const path of created.unplaced) if (isSeen(path)) leftOut.add(path);
    for (const problem of found) {
      const path = problem.file.slice(options.shown.length + 1);
      if (!isSeen(path)) continue;
      const isError = problem.severity === 'error';
      const isFatal =
        isError &&
        (memory === undefined || created.problems.includes(problem) || hasStandIn(path));
      // Reports the problems of the file itself, not those of its stand-in.
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
