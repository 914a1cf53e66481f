import type { ReadSettings } from '../content/settings/publication-settings.ts';
import type { RefusedFile } from '../publication/edition/claim-addresses.ts';
import { siteFile } from '../publication/edition/site-files.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import type { PublicFile } from '../theme/public-files.ts';

const { favicon, touchIcon, icon192, icon512, maskableIcon } = siteFile;

/** The names of the files of an icon. */
const iconNames = [favicon, touchIcon, icon192, icon512, maskableIcon].map((address) =>
  address.slice(1),
);

/** The files of an icon among public files. */
export function publicIcons(files: readonly PublicFile[]): string[] {
  return iconNames.filter((name) => files.some(({ file }) => file === name));
}

/**
 * Checks public files against the rest of the site: one with an address of something else is an error.
 * One that replaces a part of an icon is a warning, since devices would show two icons.
 */
export function checkPublicFiles(
  files: readonly PublicFile[],
  refused: readonly RefusedFile[],
  { publication, positionOf, file = '' }: ReadSettings,
): Problem[] {
  const problems = refused.map(
    ({ file, shown, other }): Problem => ({
      ...{ severity: 'error', file: shown, line: 1, column: 1, field: 'public' },
      message: wrongValue('an address of its own', `/${file}, which is that of ${other}`),
      cure: 'rename or move the file',
    }),
  );
  const icons = publicIcons(files);
  const [first] = icons;
  const own = files.find((item) => item.file === first);
  if (own === undefined) return problems;
  if (publication?.theme.icon !== undefined && positionOf !== undefined)
    problems.push({
      ...{ severity: 'warning', file, ...positionOf(['theme', 'icon']), field: 'theme.icon' },
      message: `${own.shown} replaces the file of this icon`,
      cure: 'remove one of the two',
    });
  else {
    const others = iconNames.filter(
      (name) => name !== 'icon-maskable.png' && !icons.includes(name),
    );
    if (others.length > 0)
      problems.push({
        ...{ severity: 'warning', file: own.shown, line: 1, column: 1, field: 'public' },
        message: `the icon of Dateline stays in ${others.join(', ')}`,
        cure: 'add these files, or write `theme: {icon: …}` in publication.yaml instead',
      });
  }
  return problems;
}
