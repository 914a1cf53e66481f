import type { Problem } from '../system/problems/problem.ts';
import { loadCodeBundle } from './code-bundle.ts';
import { InvalidTheme } from './theme-problem.ts';

/**
 * Compiles a theme with the templates, and returns its problems. An unchanged theme that compiled before
 * comes from the cache.
 */
export async function checkTheme(
  options: Parameters<typeof loadCodeBundle>[0],
): Promise<readonly Problem[]> {
  try {
    await loadCodeBundle(options);
    return [];
  } catch (error) {
    if (error instanceof InvalidTheme) return error.problems;
    throw error;
  }
}
