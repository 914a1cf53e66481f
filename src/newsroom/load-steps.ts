import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { OwnSteps } from '../content/markdown/markdown-steps.ts';
import { StepFault } from '../content/markdown/own-steps.ts';
import { LostFromCache } from '../system/cache/cached-file.ts';
import { quote } from '../system/problems/format-problem.ts';
import { wrongValue } from '../system/problems/problem.ts';
import type { BundledSteps } from '../theme/bundle-steps.ts';

/**
 * Runs the module of a publication's steps. Only in child processes: it can do anything.
 *
 * @throws {StepFault} where it fails or exports something else
 * @throws {LostFromCache} where it is missing
 */
export async function loadSteps({ file, module }: BundledSteps): Promise<OwnSteps> {
  const { remark, rehype } = await import(pathToFileURL(module).href).catch((error) => {
    if (!existsSync(module)) throw new LostFromCache(module);
    const words = quote(error instanceof Error ? error.message : String(error));
    throw new StepFault(`it cannot be loaded: ${words}`);
  });
  for (const [name, steps] of Object.entries({ remark, rehype }))
    if (steps !== undefined && !Array.isArray(steps))
      throw new StepFault(wrongValue(`a list of plugins as \`${name}\``, typeof steps));
  return { file, remark, rehype };
}
