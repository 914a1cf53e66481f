import { realpathSync } from 'node:fs';
import { basename, join, posix, sep } from 'node:path';
import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from 'esbuild';
import { quote } from '../system/problems/format-problem.ts';
import { nearestName } from '../system/problems/nearest-name.ts';
import { type Place, type Problem, wrongValue } from '../system/problems/problem.ts';
import { assetName, below } from './asset-name.ts';
import { type ImportFault, toProblems } from './bundle-messages.ts';
import { bundleOptions, runBundler } from './run-bundler.ts';
import type { Theme } from './theme.ts';

/** A script that `security.scripts` names, and the place of the name. */
export interface NamedScript extends Place {
  readonly field: string;
  /** A path below the project's folder, as written. */
  readonly name: string;
}

export interface BundledScripts {
  /** Names below `/assets/`, in the order of publication.yaml. */
  readonly names: readonly string[];
  /** The same with their bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly Problem[];
}

/** Bytes, minified. The script of Dateline that every page loads has about 20,000. */
const largeScript = 50_000;

/**
 * Finds the named scripts in a theme. `found` are paths below its folder; a name that is not there is a
 * problem at its place.
 */
export function findNamedScripts(
  named: readonly NamedScript[],
  theme: Theme | undefined,
): { readonly found: readonly string[]; readonly problems: readonly Problem[] } {
  const found: string[] = [];
  const problems: Problem[] = [];
  const { shown, files, folder } = theme ?? { shown: 'theme', files: [], folder: 'theme' };
  const scripts = files.filter((file) => /\.[cm]?[jt]s$/iu.test(file));
  for (const { name, ...place } of named) {
    const path = posix.normalize(name.replaceAll('\\', '/'));
    // A theme outside of the project is named by its folder alone.
    const prefix = [shown, basename(folder)].find((start) => path.startsWith(`${start}/`));
    const file = prefix === undefined ? '' : path.slice(prefix.length + 1);
    if (scripts.includes(file)) {
      if (!found.includes(file)) found.push(file);
      continue;
    }
    const known = scripts.map((script) => `${shown}/${script}`);
    const near = known.find((one) => one.endsWith(`/${path}`)) ?? nearestName(path, known);
    problems.push({
      severity: 'error',
      ...place,
      message: wrongValue(
        `a script in the folder ${shown}, such as ${shown}/scripts/clock.ts`,
        quote(name),
      ),
      ...(theme === undefined && { cure: 'the folder in which the command runs has no theme' }),
      ...(near !== undefined && { cure: `did you mean \`${near}\`?` }),
    });
  }
  return { found, problems };
}

/** Bundles scripts of a theme, given as paths below its folder, each into a module of its own. */
export async function bundleScripts(
  theme: Theme,
  scripts: readonly string[],
): Promise<BundledScripts> {
  const folder = realpathSync(theme.folder);
  const names: string[] = [];
  const files = new Map<string, Uint8Array>();
  const problems: Problem[] = [];
  for (const script of scripts) {
    const { outputFiles, errors, warnings } = await runBundler({
      ...bundleOptions,
      absWorkingDir: folder,
      entryPoints: [join(folder, script)],
      format: 'esm',
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [localModules(folder, theme)],
    });
    const place = { field: 'script', shown: theme.shown, fallback: script };
    problems.push(
      ...toProblems(errors, { ...place, severity: () => 'error' }),
      ...toProblems(warnings, { ...place, severity: () => 'warning' }),
    );
    const bytes = outputFiles[0]?.contents;
    if (bytes === undefined) continue;
    const name = assetName(script.replace(/\.\w+$/u, '.js'), bytes);
    if (!files.has(name)) names.push(name);
    files.set(name, bytes);
    if (bytes.length > largeScript)
      problems.push({
        severity: 'warning',
        ...{ file: `${theme.shown}/${script}`, line: 1, column: 1, field: 'script' },
        message: wrongValue(`at most ${largeScript} bytes`, `${bytes.length} when minified`),
        cure: 'shorten it: every page loads it',
      });
  }
  return { names, files, problems };
}

/** Marks questions that the plugin itself asks. */
const isOwn = Symbol('own');

/** Allows modules of the theme and of installed packages only. */
function localModules(folder: string, theme: Theme): Plugin {
  const resolveName = async (
    { path, ...asked }: OnResolveArgs,
    bundler: PluginBuild,
  ): Promise<OnResolveResult | undefined> => {
    if (/^node:/u.test(path))
      return refuse({
        message: 'browsers have no modules of Node',
        cure: `remove ${quote(path)}`,
      });
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(path))
      return refuse({
        message: wrongValue('the name of a file or a package', quote(path)),
        cure: 'copy the file into the theme, or install the package: the policy of pages blocks other sites',
      });
    if (/\.css$/iu.test(path))
      return refuse({
        message: wrongValue('a script', quote(path)),
        cure: `import the style sheet in ${theme.shown}/style.css`,
      });
    const found = await bundler.resolve(path, { ...asked, pluginData: isOwn });
    if (found.errors.length > 0 || found.external)
      return refuse({ message: wrongValue('a file or a package that exists', quote(path)) });
    const isPackage = found.path.includes(`${sep}node_modules${sep}`);
    if (!isPackage && below(folder, found.path).startsWith('..'))
      return refuse({
        message: wrongValue(`a file in ${theme.shown}`, quote(path)),
        cure: 'move the file into the folder',
      });
    return { path: found.path, sideEffects: found.sideEffects };
  };
  return {
    name: 'local-modules',
    setup(bundler) {
      bundler.onResolve({ filter: /^/ }, (asked) =>
        asked.kind === 'entry-point' || asked.pluginData === isOwn
          ? undefined
          : resolveName(asked, bundler),
      );
    },
  };
}

function refuse(detail: ImportFault): OnResolveResult {
  return { errors: [{ text: detail.message, detail }] };
}
