import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Settings } from '../content/settings/settings.ts';
import { openLiveDesk } from '../newsroom/live-desk.ts';
import type { LoadedSite } from '../newsroom/loaded-site.ts';
import { watchFolder } from '../newsroom/watch-folder.ts';
import { packageFolder } from '../system/cache/package-folder.ts';
import { createPreview, type Preview } from './create-preview.ts';

export interface OpenedPreview extends Pick<Preview, 'state' | 'answer'> {
  /** Calls `listener` after each change of what is shown, until the returned function is called. */
  readonly follow: (listener: () => void) => () => void;
}

export interface PreviewPlace {
  /** The project's folder. */
  readonly root: string;
  readonly settings: Settings;
  /** HTML to add to the head of each page; `state` names what the page shows. */
  readonly script: (state: string) => string;
  /** Bundles the press again where it is lost from the cache. */
  readonly restore: () => Promise<void>;
}

/** Opens the dev preview of a content folder: reads it, and watches it and the code for changes. */
export async function openPreview({
  root,
  settings,
  script,
  restore,
}: PreviewPlace): Promise<OpenedPreview> {
  const { contentDir, cacheDir, basePath } = settings;
  const listeners = new Set<() => void>();
  const onChange = () => {
    for (const listener of listeners) listener();
  };
  let readAgain = async () => {};
  const preview = createPreview({
    ...{ basePath, script },
    hasTheme: existsSync(join(root, 'theme')),
    contentDir: resolve(root, contentDir),
    cacheDir: resolve(root, cacheDir),
    readAgain: async () => {
      await restore();
      await readAgain();
    },
  });
  let theme: { readonly folder: string; readonly end: () => void } | undefined;
  const followTheme = (folder: string) => {
    if (theme?.folder === folder) return;
    theme?.end();
    const end = watchFolder(folder, async () => {
      preview.forgetCode();
      await readAgain();
      await preview.prepare();
      onChange();
    });
    theme = { folder, end };
  };
  const show = (site: LoadedSite) => {
    preview.show(site);
    followTheme(site.theme?.folder ?? join(root, 'theme'));
  };
  readAgain = await openLiveDesk({ root, show, onChange, restore });
  watchFolder(join(packageFolder(), 'src'), async () => {
    preview.forgetCode();
    onChange();
  });
  return {
    ...preview,
    follow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
