import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isLostFromCache } from '../cache/kept-file.ts';
import { contentType } from '../hosting/content-type.ts';
import type { LoadedSite } from '../newsroom/loaded-site.ts';
import type { ViewContext } from '../view/view-context.ts';
import { type BundledScripts, bundleFeedStyle, bundleScripts } from './bundle-scripts.ts';
import { createSite } from './create-site.ts';
import { makeContent } from './make-content.ts';
import { type PlanFolders, planSheets } from './plan-sheets.ts';
import type { Sheet } from './sheet.ts';

/** What the live preview answers: a page for Astro to render, or a file. */
export type Answer =
  | { readonly locals: App.Locals; readonly found: boolean }
  | { readonly bytes: Uint8Array; readonly type: string };

/** The sheets of one state of the content folder and of the scripts, made as they are asked for. */
interface State {
  readonly loaded: LoadedSite;
  readonly scripts: BundledScripts;
  readonly view: ViewContext;
  readonly known: Map<string, Sheet>;
  readonly rest: Iterator<Sheet>;
}

export interface Preview {
  /** What is shown from now on. */
  readonly show: (loaded: LoadedSite) => void;
  /** A hash of what is shown. */
  readonly state: () => string | undefined;
  /**
   * The answer to the path of a file (`2026/01/06/bridge/index.html`); for a page that does not
   * exist, the one that says so; undefined for other files.
   */
  readonly answer: (file: string) => Promise<Answer | undefined>;
}

export type PreviewFolders = PlanFolders & { readonly contentDir: string };

/**
 * Makes one sheet for each question, whatever the size of the site. `readAgain` reads the whole content
 * folder: it is called where something is lost from the cache.
 */
export function createPreview(
  folders: PreviewFolders,
  readAgain: () => Promise<void>,
): Preview {
  const { root, contentDir, cacheDir } = folders;
  const loadScripts = createScriptLoader(root);
  let loaded: LoadedSite | undefined;
  let current: State | undefined;
  const stateNow = async (site: LoadedSite): Promise<State> => {
    const scripts = await loadScripts();
    if (current?.loaded === site && current.scripts === scripts) return current;
    const code = { scripts, feedCss: await bundleFeedStyle(root) };
    const { view, ...parts } = createSite(site, { code });
    const rest = planSheets({ view, ...parts }, folders);
    current = { loaded: site, scripts, view, known: new Map(), rest };
    return current;
  };
  return {
    show: (site) => {
      loaded = site;
    },
    state: () => loaded?.preview?.state,
    answer: (file) =>
      answer(file).catch(async (error) => {
        if (!isLostFromCache(error, cacheDir)) throw error;
        await readAgain();
        return answer(file);
      }),
  };

  async function answer(file: string): Promise<Answer | undefined> {
    if (loaded === undefined) return undefined;
    const state = await stateNow(loaded);
    const isPage = file.endsWith('.html');
    const own = findSheet(state, file);
    const sheet = own ?? (isPage ? findSheet(state, '404.html') : undefined);
    if (sheet === undefined) return undefined;
    const shared = { view: state.view, contentDir, cacheDir };
    const content = await makeContent(sheet.recipe(sheet.inputs()), shared);
    return content instanceof Uint8Array
      ? { bytes: content, type: sheet.type ?? contentType(file) }
      : { locals: content, found: own !== undefined };
  }
}

function findSheet({ known, rest }: State, file: string): Sheet | undefined {
  const sheet = known.get(file);
  if (sheet) return sheet;
  for (let item = rest.next(); !item.done; item = rest.next()) {
    known.set(item.value.file, item.value);
    if (item.value.file === file) return item.value;
  }
  return undefined;
}

/** The scripts of the reader's browser and the style sheet for paper, bundled when a file of them has changed. */
function createScriptLoader(root: string): () => Promise<BundledScripts> {
  let known: { readonly state: string; readonly scripts: Promise<BundledScripts> } | undefined;
  return () => {
    const state = [
      stateOf(join(root, 'src/browser')),
      stateOf(join(root, 'src/styles')),
    ].join();
    if (known?.state !== state)
      known = { state, scripts: bundleScripts(root, { preview: true }) };
    return known.scripts;
  };
}

/** Differs when a file below a folder was written, added or removed. */
function stateOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs)
    .join();
}
