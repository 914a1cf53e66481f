import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { parseSettings } from '../publication/settings.ts';
import { terminal } from '../terminal/terminal.ts';
import { digestOf, fromStored, toStored } from './entry.ts';
import { type Gathered, gatherCopy } from './gather-copy.ts';
import { reportGathered } from './report-gathered.ts';

/**
 * The one content loader: makes Astro's store equal to what the content folder says, metadata
 * only. Errors stop the build (unless `SKIP_INVALID` is set). The live preview does not use the
 * store: see `live-desk.ts`.
 */
export function copyLoader(): Loader {
  return {
    name: 'dateline-copy',
    load: async (context) => {
      if (context.watcher === undefined) await readFolder(context);
    },
  };
}

async function readFolder({ store, config }: LoaderContext): Promise<void> {
  const { settings } = parseSettings(process.env, Date.now());
  const gathered = await gatherCopy({
    root: fileURLToPath(config.root),
    settings,
    drafts: false,
    earlier: (id) => {
      const known = store.get(id);
      return known && fromStored(known.data);
    },
  });
  reportGathered(gathered, { skipInvalid: settings.skipInvalid });
  if (settings.siteUrl === undefined && !namesItsAddress(gathered)) {
    terminal().warn(noAddress);
  }
  replaceEntries(store, gathered);
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
