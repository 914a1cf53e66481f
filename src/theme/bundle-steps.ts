import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Message, Plugin } from 'esbuild';
import { storeFile, touch } from '../system/cache/cached-file.ts';
import { quote } from '../system/problems/format-problem.ts';
import { suggestName } from '../system/problems/nearest-name.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import { toProblems } from './bundle-messages.ts';
import { runBundler } from './run-bundler.ts';
import type { Theme } from './theme.ts';

/** The bundle of `markdown.ts`. */
export interface BundledSteps {
  /** The file as problems name it, such as `theme/markdown.ts`. */
  readonly file: string;
  /** The absolute path of the module in the cache, which has the hash of its bytes in its name. */
  readonly module: string;
  readonly hash: string;
}

export interface StepsResult {
  /** Absent where there is no `markdown.ts`, or it has an error. */
  readonly steps?: BundledSteps;
  readonly problems: readonly Problem[];
}

const entry = 'markdown.ts';

/** What the file may export. */
const exported = ['remark', 'rehype'];

/** A dev preview asks after each change of the content, so the last bundle without error is kept. */
let last:
  | { readonly stamp: () => string; readonly key: string; readonly bundle: Bundle }
  | undefined;

/**
 * Bundles `markdown.ts` of a theme with what it imports into the cache. It is never run here, only in
 * child processes that render texts. `cacheDir` is an absolute path.
 */
export async function bundleSteps(
  theme: Theme | undefined,
  cacheDir: string,
): Promise<StepsResult> {
  if (!theme?.files.includes(entry)) return { problems: [] };
  const place = `${theme.folder}\0${theme.root}`;
  const isKnown = last !== undefined && last.key === `${place}\0${last.stamp()}`;
  const bundle = last && isKnown ? last.bundle : await makeBundle(theme);
  const { text, inputs, problems } = bundle;
  if (text === undefined) return { problems };
  const stamp = () => inputs.map((path) => stampOf(join(theme.folder, path))).join();
  if (!isKnown) last = { stamp, key: `${place}\0${stamp()}`, bundle };
  const sha256 = hash('sha256', text);
  const name = `code/steps-${sha256.slice(0, 32)}.mjs`;
  const module = join(cacheDir, name);
  if (!touch(module) || readFileSync(module, 'utf8') !== text)
    await storeFile(cacheDir, name, text);
  return { steps: { file: `${theme.shown}/${entry}`, module, hash: sha256 }, problems };
}

interface Bundle {
  /** Absent if there is an error. */
  readonly text?: string;
  /** Paths of the bundled files, from the theme's folder. */
  readonly inputs: readonly string[];
  readonly problems: readonly Problem[];
}

async function makeBundle({ folder, shown, root }: Theme): Promise<Bundle> {
  const { outputFiles, metafile, errors, warnings } = await runBundler({
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'out',
    absWorkingDir: folder,
    entryPoints: [join(folder, entry)],
    nodePaths: [join(root, 'node_modules')],
    platform: 'node',
    format: 'esm',
    target: `node${process.versions.node}`,
    // Without the comments that name the paths of files, so that the bytes are the same everywhere.
    minifyWhitespace: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    banner: { js: banner },
    plugins: [refuseNative],
  });
  const named = { field: 'markdown', shown, fallback: entry };
  const problems = [
    ...toProblems(errors.map(explain), { ...named, severity: () => 'error' }),
    ...toProblems(warnings, { ...named, severity: () => 'warning' }),
  ];
  const [output] = Object.values(metafile?.outputs ?? {});
  problems.push(...checkExports(output?.exports, `${shown}/${entry}`));
  const isWrong = problems.some(({ severity }) => severity === 'error');
  const inputs = Object.keys(metafile?.inputs ?? {});
  const text = outputFiles[0]?.text;
  return { ...(isWrong || text === undefined ? {} : { text }), inputs, problems };
}

/** CommonJS packages load others with `require`. */
const banner =
  "import{createRequire as createRequireOfSteps}from'node:module';const require=createRequireOfSteps(import.meta.url);";

const refuseNative: Plugin = {
  name: 'refuse-native',
  setup({ onResolve }) {
    onResolve({ filter: /\.node$/ }, ({ path }) => {
      const detail = {
        message: wrongValue('a package without native code', quote(path)),
        cure: 'use another package: the steps are bundled into one file',
      };
      return { errors: [{ text: detail.message, detail }] };
    });
  },
};

/** A package that is not installed is the most usual error. */
function explain(message: Message): Message {
  const [, name] = /^Could not resolve "([^"]+)"/u.exec(message.text) ?? [];
  if (name === undefined) return message;
  const isFile = /^[./]/u.test(name);
  const detail = {
    message: wrongValue(isFile ? 'a file that exists' : 'an installed package', quote(name)),
    ...(isFile ? {} : { cure: `npm install ${name}` }),
  };
  return { ...message, detail };
}

function checkExports(names: readonly string[] | undefined, file: string): Problem[] {
  if (names === undefined) return [];
  const at = { ...{ file, line: 1, column: 1 }, field: 'markdown' };
  const problems: Problem[] = names
    .filter((name) => !exported.includes(name))
    .map((name) => ({
      severity: 'error',
      ...at,
      message: wrongValue('`export const remark` or `export const rehype`', quote(name)),
      ...suggestName(name, exported),
    }));
  if (names.length === 0)
    problems.push({
      severity: 'warning',
      ...at,
      message: 'it exports nothing, so it has no effect',
      cure: 'write `export const remark = […]`, a list of plugins',
    });
  return problems;
}

function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? '' : `${found.mtimeMs} ${found.size} ${found.ino}`;
}
