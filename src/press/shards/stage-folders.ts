import { resolve } from 'node:path';
import { packageFolder } from '../../system/cache/package-folder.ts';
import type { Theme } from '../../theme/theme.ts';
import type { Folders } from './portable-path.ts';
import type { StageOptions } from './run.ts';

/** The folders of this machine that recipes name. */
export function foldersOf(
  { root, settings, store }: StageOptions,
  theme: Theme | undefined,
): Folders {
  return {
    cache: store.folder,
    content: resolve(root, settings.contentDir),
    project: root,
    package: packageFolder(),
    ...(theme && { theme: theme.folder }),
  };
}
