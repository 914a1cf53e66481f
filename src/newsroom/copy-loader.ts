import { watch } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { parseSettings } from '../publication/settings.ts';
import { terminal } from '../terminal/terminal.ts';
import { digestOf, fromStored, toStored } from './entry.ts';
import { type Gathered, gatherCopy } from './gather-copy.ts';
import { reportGathered } from './report-gathered.ts';

/** Milliseconds of quiet after a change before the content folder is read again. */
const quiet = 80;

/**
 * The one content loader: keeps Astro's store equal to what the content folder says, metadata
 * only. In a build, errors stop it (unless `SKIP_INVALID` is set); in the live preview they are
 * told, what is valid is shown, and every change is read again.
 */
export function copyLoader(): Loader {
  return {
    name: 'dateline-copy',
    load: async (context) => {
      const live = context.watcher !== undefined;
      await readAgain(context, live);
      if (live) watchFolder(context);
    },
  };
}

async function readAgain(context: LoaderContext, live: boolean): Promise<void> {
  const { store, config } = context;
  const { settings } = parseSettings(process.env, Date.now());
  const gathered = await gatherCopy({
    root: fileURLToPath(config.root),
    settings,
    drafts: live,
    earlier: (id) => {
      const known = store.get(id);
      return known && fromStored(known.data);
    },
  });
  reportGathered(gathered, { live, skipInvalid: settings.skipInvalid });
  if (!live && settings.siteUrl === undefined && !namesItsAddress(gathered)) {
    terminal().warn(noAddress);
  }
  // The live preview keeps the last good publication until a mistake in its settings is mended.
  if (gathered.publishable || store.keys().length === 0) replaceEntries(store, gathered);
}

const noAddress =
  'warning: the address of the site is not known, so feeds, sitemaps and canonical links are left out; set `url:` in publication.yaml or SITE_URL';

function namesItsAddress({ entries }: Gathered): boolean {
  return entries.some(
    ({ data }) => data.kind === 'publication' && data.settings.url !== undefined,
  );
}

/** Makes the store hold just these entries; those that are the same are not touched. */
function replaceEntries(store: LoaderContext['store'], { entries }: Gathered): void {
  const wanted = new Set(entries.map((entry) => entry.id));
  for (const id of store.keys()) if (!wanted.has(id)) store.delete(id);
  for (const { id, data } of entries) {
    const stored = toStored(data);
    // Astro leaves an entry alone whose digest is the same.
    store.set({ id, data: stored, digest: digestOf(stored) });
  }
}

/**
 * Reads the folder again after a change, one reading at a time. Node's own recursive watcher:
 * Astro's does not see folders outside the project, such as `CONTENT_DIR=/srv/articles`.
 */
function watchFolder(context: LoaderContext): void {
  const { settings } = parseSettings(process.env, Date.now());
  const folder = resolve(fileURLToPath(context.config.root), settings.contentDir);
  let timer: NodeJS.Timeout | undefined;
  let reading = Promise.resolve();
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      reading = reading
        .then(() => readAgain(context, true))
        .catch((error) => context.logger.error(String(error)));
    }, quiet);
  });
  watcher.on('error', (error) => context.logger.error(String(error)));
}
