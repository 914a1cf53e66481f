import { gatherRights } from '../newsroom/gather-rights.ts';
import { formatProblem } from '../problems/format-problem.ts';
import type { Settings } from '../publication/settings.ts';
import { rightsForms } from './format-rights.ts';

export type RightsForm = keyof typeof rightsForms;

/** `--rights`, `--rights=json` or `--rights=csv` -> the form; undefined for any other option. */
export function parseRightsOption(option: string): RightsForm | undefined {
  const match = /^--rights(?:=(json|csv))?$/u.exec(option);
  return match ? ((match[1] ?? 'table') as RightsForm) : undefined;
}

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
  process.stdout.write(rightsForms[form](rows));
  for (const problem of problems) console.error(formatProblem(problem));
  if (problems.length > 0) console.error('What these files say is not in the list.');
  const complete = rows.every(({ missing }) => missing.length === 0);
  return problems.length === 0 && (complete || !strict);
}
