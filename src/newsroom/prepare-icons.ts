import type { Problem } from '../problems/problem.ts';
import type { ReadSettings } from '../publication/publication-settings.ts';
import { type PublicationPlaces, prepareNamed } from './prepare-named.ts';

/** Files of the publication's icon: where they lie in the cache, by their names in the site. */
export type Icons = Readonly<Record<string, string>>;

/**
 * Makes all sizes of the icon that `publication.yaml` names. A file that does not exist, or of which
 * no icon can be made, is an error at the line that names it.
 */
export async function prepareIcons(
  { publication, positionOf, file = '' }: ReadSettings,
  places: PublicationPlaces,
): Promise<{ icons?: Icons; problems: readonly Problem[] }> {
  const named = publication?.theme.icon;
  if (named === undefined || positionOf === undefined) return { problems: [] };
  const place = { file, ...positionOf(['theme', 'icon']), field: 'theme.icon' };
  const outcome = await prepareNamed(named, place, { ...places, icon: true });
  if (!('prepared' in outcome)) return outcome;
  const { icons } = outcome.prepared;
  return { ...(icons ? { icons } : {}), problems: [] };
}
