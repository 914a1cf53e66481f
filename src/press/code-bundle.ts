import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { HostingError } from '../hosting/hosting-error.ts';
import type { ThemePageFacts } from '../publication/view/theme-page.ts';
import { LostFromCache } from '../system/cache/cached-file.ts';
import { filesFolder, loadStoredFolder } from '../system/cache/cached-folder.ts';
import { hashCode } from '../system/cache/hash-code.ts';
import { withLock } from '../system/processes/hold-lock.mjs';
import { runJobs } from '../system/processes/run-jobs.ts';
import { workerScript } from '../system/processes/worker-script.ts';
import type { BundledScripts } from './bundle-scripts.ts';
import { type BundleNote, type CompileOptions, entry } from './compile-templates.ts';
import type { TemplateReport } from './template-worker.ts';
import { InvalidTheme } from './theme-problem.ts';

/** Folders of `src` whose code decides what templates and scripts compile to. */
export const templateCode = [
  'browser',
  'language',
  'press',
  'security',
  'site',
  'system/cache',
  'theme',
];

/** Compiled once for each version of the code. */
export interface CodeBundle {
  /** The absolute path of the module that renders pages (`template-entry.ts`). */
  readonly templates: string;
  readonly scripts: BundledScripts;
  /** The inline style sheets of pages, byte for byte. */
  readonly styles: readonly string[];
  /** The rules of the style sheet of feeds. */
  readonly feedCss: string;
  /** What the files of the theme's pages say about them. */
  readonly themePages: readonly ThemePageFacts[];
}

/**
 * Loads the templates and scripts of this version of the code from the cache, and compiles them
 * first where the cache does not have them complete.
 *
 * @throws {InvalidTheme} with all problems of the theme
 * @throws {HostingError} where the compiler crashes or times out
 */
export async function loadCodeBundle(
  options: Omit<CompileOptions, 'name'>,
): Promise<CodeBundle> {
  const { cacheDir, basePath, theme } = options;
  const key = createHash('sha256')
    .update(hashCode(templateCode))
    .update(`\0${basePath}\0${theme?.folder ?? ''}\0${theme?.hash ?? ''}`)
    .digest('hex')
    .slice(0, 32);
  const name = `code/pages-${key}`;
  const load = () => loadStoredFolder<BundleNote>(cacheDir, name);
  const known =
    (await load()) ??
    // A dev preview and a build may need the same ones at the same time.
    (await withLock(
      join(cacheDir, 'templates.lock'),
      'compiling the same templates',
      async () =>
        (await load()) ?? (await compile({ cacheDir, basePath, theme, name }).then(load)),
    ));
  // Another process has deleted files in the meantime.
  if (known === undefined) throw new LostFromCache(join(cacheDir, name));
  const { note } = known;
  const { scripts } = note;
  const decode = (text: string) => Buffer.from(text, 'base64');
  return {
    templates: join(filesFolder(cacheDir, name), entry),
    scripts: {
      ...scripts,
      files: new Map(
        Object.entries(scripts.files).map(([name, bytes]) => [name, decode(bytes)]),
      ),
      serviceWorker: decode(scripts.serviceWorker),
    },
    styles: note.styles,
    feedCss: note.feedCss,
    themePages: note.themePages,
  };
}

const timeoutSeconds = 300;

/** Compiles in a separate process, so that its 300 MB are freed when it ends. */
async function compile(options: CompileOptions): Promise<void> {
  const jobs = [options];
  await runJobs<CompileOptions, TemplateReport>({
    script: workerScript('press/template-worker'),
    children: 1,
    timeoutSeconds,
    next: () => jobs.pop(),
    onReport: ({ problems }, [job]) => {
      if (problems) throw new InvalidTheme(problems);
      return job;
    },
    onLost: (_, loss) => {
      throw new HostingError(
        `the templates were not compiled: the compiler ${loss === 'time' ? `took more than ${timeoutSeconds} s` : 'crashed'}; build again`,
      );
    },
  });
}
