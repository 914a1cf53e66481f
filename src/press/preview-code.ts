import { toPrintableLine } from '../system/problems/printable.ts';
import type { Problem } from '../system/problems/problem.ts';
import { terminal } from '../system/terminal/terminal.ts';
import type { Theme } from '../theme/theme.ts';
import { type CodeBundle, loadCodeBundle } from './code-bundle.ts';
import { InvalidTheme } from './theme-problem.ts';

/** The compiled code that the dev preview uses. */
export interface PreviewCode {
  readonly code: CodeBundle;
  /** The theme that it was compiled with. */
  readonly theme?: Theme;
  /** Why it is not the present theme. */
  readonly problems: readonly Problem[];
}

export interface PreviewCodeOptions {
  /** An absolute path. */
  readonly cacheDir: string;
  readonly basePath: string;
}

/**
 * Creates a function that loads the code for a theme. Where the theme does not compile, it is the code
 * of the last theme that did, or without a theme. Reports new problems, and fixed files. `forget`: the
 * next call compiles again.
 */
export function createPreviewCode(options: PreviewCodeOptions): {
  readonly load: (theme: Theme | undefined) => Promise<PreviewCode>;
  readonly forget: () => void;
} {
  let loading: { readonly found: Promise<PreviewCode>; readonly theme?: string } | undefined;
  let good: PreviewCode | undefined;
  let reported: readonly Problem[] = [];
  const report = (problems: readonly Problem[]) => {
    if (JSON.stringify(problems) === JSON.stringify(reported)) return;
    problems.forEach(terminal().problem);
    const wrong = new Set(problems.map(({ file }) => file));
    for (const file of new Set(reported.map((problem) => problem.file)))
      if (!wrong.has(file)) terminal().info(`${toPrintableLine(file)}: fixed`);
    reported = problems;
  };
  const compile = async (theme: Theme | undefined): Promise<PreviewCode> => {
    try {
      const code = await loadCodeBundle({ ...options, theme });
      good = { code, theme, problems: [] };
      report([]);
      return good;
    } catch (error) {
      if (!(error instanceof InvalidTheme)) throw error;
      const { problems } = error;
      report(problems);
      good ??= { code: await loadCodeBundle(options), problems: [] };
      return { ...good, problems };
    }
  };
  return {
    load: (theme) => {
      if (loading && loading.theme === theme?.hash) return loading.found;
      const found = compile(theme);
      const started = { found, theme: theme?.hash };
      loading = started;
      found.catch(() => {
        // It may succeed the next time: the disk may have been full.
        if (loading === started) loading = undefined;
      });
      return found;
    },
    forget: () => {
      loading = undefined;
    },
  };
}
