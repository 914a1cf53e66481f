import { gatherRights } from '../newsroom/gather-rights.ts';
import type { Settings } from '../publication/settings.ts';
import { terminal } from '../terminal/terminal.ts';
import { rightsForms } from './format-rights.ts';

export type RightsForm = keyof typeof rightsForms;

/**
 * Prints the rights of every picture, and on standard error why an article is not in the list.
 * False where one is not, or, if `strict`, where something that is asked for is missing.
 */
export async function checkRights(
  settings: Settings,
  { form, strict }: { form: RightsForm; strict: boolean },
): Promise<boolean> {
  const root = process.cwd();
  const { rows, problems } = await gatherRights({ root, settings, earlier: () => undefined });
  const { print, problem, warn, note } = terminal();
  note({ pictures: rows });
  print(rightsForms[form](rows).replace(/\n$/u, ''));
  problems.forEach(problem);
  if (problems.length > 0) warn('What these files say is not in the list.');
  const complete = rows.every(({ missing }) => missing.length === 0);
  return problems.length === 0 && (complete || !strict);
}
