import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { withLock } from '../hosting/hold-lock.mjs';
import { HostingError } from '../hosting/hosting-error.ts';
import { hashCode } from '../system/cache/hash-code.ts';
import { LostFromCache } from '../system/cache/kept-file.ts';
import { filesFolder, loadFolder } from '../system/cache/kept-folder.ts';
import { runJobs } from '../system/processes/run-jobs.ts';
import { workerScript } from '../system/processes/worker-script.ts';
import type { BundledScripts } from './bundle-scripts.ts';
import { type BundleNote, type CompileOptions, entry } from './compile-templates.ts';

/** Folders of `src` that decide what pages look like and run. */
const folders = ['browser', 'language', 'press', 'security', 'site'];

/** What is compiled once for each version of the code. */
export interface CodeBundle {
  /** The module that renders pages (`template-entry.ts`): an absolute path. */
  readonly templates: string;
  readonly scripts: BundledScripts;
  /** The style sheets of pages, exactly as they are printed. */
  readonly styles: readonly string[];
  /** Rules of the style sheet of feeds. */
  readonly feedCss: string;
}

/** Loads what was compiled of this version of the code, and compiles it where nothing whole is kept. */
export async function loadCodeBundle(
  options: Omit<CompileOptions, 'name'>,
): Promise<CodeBundle> {
  const { root, cacheDir, basePath } = options;
  const key = createHash('sha256')
    .update(hashCode(root, folders))
    .update(`\0${basePath}`)
    .digest('hex')
    .slice(0, 32);
  const name = `code/pages-${key}`;
  const load = () => loadFolder<BundleNote>(cacheDir, name);
  const known =
    (await load()) ??
    // A live preview and a build may need the same.
    (await withLock(
      join(cacheDir, 'templates.lock'),
      'compiling the same templates',
      async () =>
        (await load()) ?? (await compile({ root, cacheDir, basePath, name }).then(load)),
    ));
  // Somebody has deleted some of it in the meantime.
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
  };
}

/** Seconds that compiling may take. */
const patience = 300;

/** In a process of its own, so that its 300 MB are freed when it ends. */
async function compile(options: CompileOptions): Promise<void> {
  const jobs = [options];
  await runJobs<CompileOptions, object>({
    script: workerScript('press/template-worker'),
    children: 1,
    seconds: patience,
    next: () => jobs.pop(),
    onReport: (_, [job]) => job,
    onLost: (_, loss) => {
      throw new HostingError(
        `the templates were not compiled: ${loss === 'time' ? `it took more than ${patience} s` : 'the process that compiled them ended'}; build again`,
      );
    },
  });
}
