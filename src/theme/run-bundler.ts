import type { BuildFailure, BuildOptions, Message, Metafile, OutputFile } from 'esbuild';

/** As for the style sheets and scripts of Dateline (`src/press/bundle-scripts.ts`). */
export const bundleOptions = {
  bundle: true,
  minify: true,
  write: false,
  outdir: 'out',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
  target: ['chrome105', 'firefox110', 'safari16'],
} as const satisfies BuildOptions;

interface Bundle {
  readonly metafile?: Metafile | undefined;
  readonly outputFiles: readonly OutputFile[];
  readonly errors: readonly Message[];
  readonly warnings: readonly Message[];
}

/** Runs esbuild, which is loaded only for themes that need it. Errors of sources are messages. */
export async function runBundler(options: BuildOptions): Promise<Bundle> {
  const { build } = await import('esbuild');
  try {
    const {
      outputFiles = [],
      metafile,
      errors,
      warnings,
    } = await build({
      // Instead of tsconfig.json, which is for other tools of the project and may be damaged.
      tsconfigRaw: { compilerOptions: { strict: true } },
      ...options,
    });
    return { outputFiles, metafile, errors, warnings };
  } catch (error) {
    const { errors, warnings } = error as BuildFailure;
    if (errors === undefined) throw error;
    return { outputFiles: [], errors, warnings };
  }
}
