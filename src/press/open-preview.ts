import { resolve } from 'node:path';
import type { Settings } from '../content/settings/settings.ts';
import { openLiveDesk } from '../newsroom/live-desk.ts';
import { watchFolder } from '../newsroom/watch-folder.ts';
import { createPreview, type Preview } from './create-preview.ts';

export interface OpenedPreview extends Pick<Preview, 'state' | 'answer'> {
  /** Has `tell` called after each change of what is shown. Returns what ends that. */
  readonly follow: (tell: () => void) => () => void;
}

export interface PreviewPlace {
  /** The project's folder. */
  readonly root: string;
  readonly settings: Settings;
  /** What is put into the head of each page, for a state of what is shown. */
  readonly script: (state: string) => string;
  /** Makes the press again where it is lost from the cache. */
  readonly restore: () => Promise<void>;
}

/** Opens the live preview of a content folder: reads it, and follows its changes and those of the code. */
export async function openPreview({
  root,
  settings,
  script,
  restore,
}: PreviewPlace): Promise<OpenedPreview> {
  const { contentDir, cacheDir, basePath } = settings;
  const followers = new Set<() => void>();
  const onChange = () => {
    for (const tell of followers) tell();
  };
  let readAgain = async () => {};
  const preview = createPreview({
    ...{ root, basePath, script },
    contentDir: resolve(root, contentDir),
    cacheDir: resolve(root, cacheDir),
    readAgain: async () => {
      await restore();
      await readAgain();
    },
  });
  readAgain = await openLiveDesk({ root, show: preview.show, onChange, restore });
  watchFolder(resolve(root, 'src'), async () => {
    preview.forgetCode();
    onChange();
  });
  return {
    ...preview,
    follow: (tell) => {
      followers.add(tell);
      return () => followers.delete(tell);
    },
  };
}
