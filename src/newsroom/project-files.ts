import { relative, resolve, sep } from 'node:path';
import type { Settings } from '../content/settings/settings.ts';

/** Files and folders of a project that are not content, by name. */
const projectNames: readonly string[] = [
  // What Dateline writes by default. Later builds may have other settings.
  ...['dist', 'dist-hosting', '.cache'],
  'theme',
  ...['package.json', 'package-lock.json'],
  // Texts about the project. Content files with such names are in lower case.
  ...['AGENTS.md', 'AUTHORS.md', 'CHANGELOG.md', 'CODE_OF_CONDUCT.md', 'CONTRIBUTING.md'],
  ...['LICENCE.md', 'LICENSE.md', 'NOTICE.md', 'SECURITY.md', 'SUPPORT.md'],
];

/**
 * Files and folders of a content folder that are not content: sorted paths below it, with `/`, in NFC.
 * There are many where it is the project folder (`root`) itself, with the output and the cache wherever
 * they are. Other content folders contain at most the theme, whose folder is `theme`, if it is known.
 */
export function projectFiles(
  root: string,
  { contentDir, outDir, cacheDir }: Pick<Settings, 'contentDir' | 'outDir' | 'cacheDir'>,
  theme?: string,
): readonly string[] {
  const content = resolve(root, contentDir);
  const isProject = content === resolve(root);
  const folders = [
    ...(theme === undefined ? [] : [theme]),
    ...(isProject ? [outDir, `${outDir}-hosting`, cacheDir] : []),
  ];
  const made = folders.map((folder) =>
    relative(content, resolve(root, folder)).split(sep).join('/').normalize('NFC'),
  );
  const below = made.filter(
    (path) => path !== '' && !/^(?:\.\.(?:\/|$)|\/|[a-z]:)/iu.test(path),
  );
  return [...new Set([...(isProject ? projectNames : []), ...below])].sort();
}
