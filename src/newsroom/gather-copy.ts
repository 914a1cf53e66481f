import { basename, resolve } from 'node:path';
import type { Story } from '../article/article.ts';
import { checkReferences } from '../edition/check-references.ts';
import { type CreatedPublication, createPublication } from '../edition/create-publication.ts';
import type { Publication } from '../edition/publication.ts';
import { formatProblem, sortProblems } from '../problems/format-problem.ts';
import type { Problem } from '../problems/problem.ts';
import type { PublicationSettings } from '../publication/publication-settings.ts';
import type { Settings } from '../publication/settings.ts';
import { type Asset, type Entry, publicationId } from './entry.ts';
import { findCopy } from './find-copy.ts';
import { prepareAssets } from './prepare-assets.ts';
import { prepareLogo } from './prepare-logo.ts';
import { readCopies, type SourcedCopy } from './read-copies.ts';
import { defaultPublication, readPublication } from './read-publication.ts';
import { loadIds } from './rendered-store.ts';

/** What an entry of the content store is to hold. */
export interface GatheredEntry {
  readonly id: string;
  readonly data: Entry;
}

export interface Gathered {
  /** How many Markdown files there are. */
  readonly files: number;
  /** False where `publication.yaml` has a mistake: nothing can be left out to mend that. */
  readonly publishable: boolean;
  /** Everything valid that is to be shown. */
  readonly entries: readonly GatheredEntry[];
  /** All problems of all files, in order. */
  readonly problems: readonly Problem[];
  /** Files with an error, as shown. */
  readonly leftOut: readonly string[];
  readonly drafts: number;
  readonly scheduled: number;
  /** What is to be shown. */
  readonly published: Publication;
  /** Languages of the editions, the default first. */
  readonly languages: readonly string[];
}

export interface GatherOptions {
  /** The project's folder. */
  readonly root: string;
  readonly settings: Settings;
  /** Whether drafts and scheduled articles are shown too. */
  readonly drafts: boolean;
  /** What an earlier run stored, by id. */
  readonly earlier: (id: string) => Entry | undefined;
}

/**
 * Reads a whole content folder: finds, reads, validates and renders its copies, holds them
 * against one another and makes their pictures ready. Gives every problem of every file;
 * throws only where the folder itself cannot be read or the cache is damaged.
 */
export async function gatherCopy(options: GatherOptions): Promise<Gathered> {
  const { root, settings, drafts, earlier } = options;
  const contentDir = resolve(root, settings.contentDir);
  const cacheDir = resolve(root, settings.cacheDir);
  const shown = settings.contentDir.replace(/(?<=.)\/+$/u, '');
  const places = { root, contentDir, cacheDir, shown };
  const own = await readPublication(contentDir, shown);
  // With a mistake there the defaults serve, so that the articles' mistakes are told as well.
  const publication = own.publication ?? defaultPublication(basename(contentDir));
  const found = await findCopy(contentDir, shown);
  const files = new Set(found.others);
  const { logo, problems: ofLogo } = await prepareLogo(own, { ...places, files });
  const problems = [...own.problems, ...ofLogo, ...found.problems];
  const read = await readCopies(found.copies, { ...places, publication, earlier });
  problems.push(...read.problems);
  const seen = new Set(read.copies.map(({ copy }) => copy.path));
  const checked = await checkCopies(read.copies, publication, {
    ...places,
    now: settings.now,
    drafts,
    files,
    leftOut: new Set([
      ...found.copies.filter((path) => !seen.has(path)),
      ...found.problems.map(({ file }) => file.slice(shown.length + 1)),
    ]),
  });
  problems.push(...checked.problems);
  const { heldBack } = checked.created;
  return {
    files: found.copies.length,
    publishable: own.publication !== undefined && ofLogo.length === 0,
    entries: toEntries(checked, {
      kind: 'publication',
      settings: publication,
      ...(logo ? { logo } : {}),
      ...(drafts ? { now: settings.now } : {}),
    }),
    problems: sortProblems(problems),
    leftOut: [...checked.leftOut].sort().map((path) => `${shown}/${path}`),
    drafts: heldBack.filter((story) => story.draft).length,
    scheduled: heldBack.filter((story) => !story.draft).length,
    published: checked.created.publication,
    languages: checked.created.publication.editions.map((edition) => edition.language),
  };
}

interface CheckOptions {
  readonly contentDir: string;
  readonly cacheDir: string;
  readonly shown: string;
  readonly now: number;
  readonly drafts: boolean;
  readonly files: ReadonlySet<string>;
  readonly leftOut: ReadonlySet<string>;
}

interface CheckedCopies {
  readonly created: CreatedPublication;
  readonly copies: readonly SourcedCopy[];
  readonly assets: ReadonlyMap<string, Asset>;
  readonly uses: ReadonlyMap<string, ReadonlySet<string>>;
  readonly problems: readonly Problem[];
  readonly leftOut: ReadonlySet<string>;
}

/**
 * Holds copies against one another until none is left out any more: what is wrong with one
 * (a translation's original is missing) may be the fault of another.
 */
async function checkCopies(
  all: readonly SourcedCopy[],
  settings: PublicationSettings,
  options: CheckOptions,
): Promise<CheckedCopies> {
  const leftOut = new Set(options.leftOut);
  const problems = new Map<string, Problem>();
  for (;;) {
    const copies = all.filter(({ copy }) => !leftOut.has(copy.path));
    const created = createPublication(
      copies.map(({ copy }) => copy),
      settings,
      options,
    );
    const references = checkReferences(created.publication, {
      heldBack: created.heldBack,
      leftOut,
      idsOf: (story: Story) => loadIds(options.cacheDir, story.body.key),
    });
    const prepared = await prepareAssets(references.uses, options);
    const found = [...created.problems, ...references.problems, ...prepared.problems];
    const before = leftOut.size;
    for (const problem of found) {
      problems.set(formatProblem(problem), problem);
      if (problem.severity === 'error')
        leftOut.add(problem.file.slice(options.shown.length + 1));
    }
    if (leftOut.size > before) continue;
    const { assets } = prepared;
    const uses = new Map<string, Set<string>>();
    for (const { path, story } of references.uses) {
      uses.set(story.path, (uses.get(story.path) ?? new Set()).add(path));
    }
    return { created, copies, assets, uses, problems: [...problems.values()], leftOut };
  }
}

function toEntries(
  { copies, created, assets, uses }: CheckedCopies,
  own: Entry,
): GatheredEntry[] {
  const published = copies.filter(({ copy }) => created.publication.byPath.has(copy.path));
  const entries = published.map(({ copy, source }): GatheredEntry => {
    const paths = [...(uses.get(copy.path) ?? [])].sort();
    const own = Object.fromEntries(paths.map((path) => [path, assets.get(path) as Asset]));
    return { id: copy.path, data: { kind: 'copy', copy, source, assets: own } };
  });
  return [...entries, { id: publicationId, data: own }];
}
