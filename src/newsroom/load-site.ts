import { getCollection } from 'astro:content';
import { resolve } from 'node:path';
import { createPublication } from '../edition/create-publication.ts';
import { picturePath } from '../pictures/picture-store.ts';
import { parseSettings } from '../publication/settings.ts';
import { terminal } from '../terminal/terminal.ts';
import { type Entry, fromStored, publicationId } from './entry.ts';
import { liveSite } from './live-site.ts';
import type { LoadedSite } from './loaded-site.ts';
import { loadRendered, type StoredText } from './rendered-store.ts';

let known: LoadedSite | undefined;

/** Texts that were asked for: about as many pages are made. */
const read = new Set<string>();

/**
 * The publication as the content store has it: made once for all pages of a build. In the live
 * preview, as the content folder was last read.
 */
export async function loadSite(): Promise<LoadedSite> {
  const live = liveSite();
  if (live) return live;
  if (known) return known;
  const entries = await getCollection('copy');
  const data = entries.flatMap((entry) => fromStored(entry.data) ?? []);
  known = createSite(data);
  return known;
}

/** The rendered text of a story, by its body's key. */
export function loadBody(key: string): StoredText {
  read.add(key);
  if (known) terminal().progress('Pages', { done: read.size, total: known.sources.size });
  const { settings } = parseSettings(process.env, 0);
  return loadRendered(resolve(settings.cacheDir), key);
}

/** Where a picture or attachment lies, by its name in `assets`. */
export function assetPath(name: string): string {
  const { settings } = parseSettings(process.env, 0);
  return picturePath(resolve(settings.cacheDir), name);
}

function createSite(data: readonly Entry[]): LoadedSite {
  const own = data.find((entry) => entry.kind === 'publication');
  if (!own)
    throw new Error(
      `the content store has no entry "${publicationId}": the loader did not run`,
    );
  const copies = data.filter((entry) => entry.kind === 'copy');
  const lenders = data.filter((entry) => entry.kind === 'lender');
  const notes = data.filter((entry) => entry.kind === 'picture-note');
  const assets = new Map(copies.flatMap((entry) => Object.entries(entry.assets)));
  const files = new Set(assets.keys());
  // The store holds what is to be shown and nothing else, so no clock is asked here.
  const { publication } = createPublication(
    [...copies, ...lenders].map((entry) => entry.copy),
    own.settings,
    {
      now: Number.POSITIVE_INFINITY,
      drafts: true,
      lending: new Set(lenders.map(({ copy }) => copy.path)),
      files,
      notes: new Map(notes.map(({ note }) => [note.picture, note])),
    },
  );
  const { settings } = parseSettings(process.env, Date.now());
  return {
    publication,
    assets,
    settings,
    sources: new Map(copies.map(({ copy, source }) => [copy.path, source])),
    now: settings.now,
    ...(own.logo ? { logo: own.logo } : {}),
    ...(own.darkLogo ? { darkLogo: own.darkLogo } : {}),
    ...(own.icons ? { icons: own.icons } : {}),
  };
}
