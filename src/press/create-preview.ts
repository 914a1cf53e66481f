import { contentType } from '../hosting/content-type.ts';
import { locate, locateNotFound } from '../hosting/server/locate-file.ts';
import type { LoadedSite } from '../newsroom/loaded-site.ts';
import type { ViewContext } from '../publication/view/view-context.ts';
import { isLostFromCache } from '../system/cache/cached-file.ts';
import type { Theme } from '../theme/theme.ts';
import { type CodeBundle, loadCodeBundle } from './code-bundle.ts';
import { makeContent } from './make-content.ts';
import { type PlanFolders, planSheets } from './plan-sheets.ts';
import { loadTemplates } from './print-sheet.ts';
import type { Sheet } from './sheet.ts';
import { createSheetSources } from './sheet-sources.ts';

/** A response of the dev preview: bytes, the path of a large file, or the path to redirect to. */
export type PreviewResponse =
  | {
      readonly bytes: Uint8Array;
      readonly type: string;
      readonly status: 200 | 404 | 500;
    }
  | { readonly path: string; readonly type: string; readonly status: 200 | 404 }
  | { readonly to: string };

/** The sheets for one state of content and code, planned only as far as requests need them. */
interface State {
  readonly loaded: LoadedSite;
  readonly code: CodeBundle;
  readonly view: ViewContext;
  readonly known: Map<string, Sheet>;
  readonly rest: Iterator<Sheet>;
}

export interface Preview {
  /** Replaces the site that is shown. */
  readonly show: (loaded: LoadedSite) => void;
  /** Has the next answer compile the templates and scripts again. */
  readonly forgetCode: () => void;
  /** A name for what is shown: it changes with the content and the code. */
  readonly state: () => string;
  /**
   * Answers a request for a path (percent-encoded, from the root of the site) as a host of the
   * built site would. Undefined where there is neither a file nor an error page.
   */
  readonly answer: (path: string) => Promise<PreviewResponse | undefined>;
}

export interface PreviewOptions extends PlanFolders {
  readonly contentDir: string;
  readonly basePath: string;
  /** HTML to add to the head of each page. */
  readonly script: (state: string) => string;
  /** Reads the whole content folder again. Called where a file is lost from the cache. */
  readonly readAgain: () => Promise<void>;
}

/** Creates the dev preview of a site. Each request renders one sheet, so the size of the site does not matter. */
export function createPreview(options: PreviewOptions): Preview {
  const { basePath, contentDir, cacheDir, script, readAgain } = options;
  let loaded: LoadedSite | undefined;
  let current: State | undefined;
  let version = 0;
  let loading: { readonly code: Promise<CodeBundle>; readonly theme?: string } | undefined;
  const loadCode = (theme?: Theme) => {
    if (loading?.theme === theme?.hash && loading) return loading.code;
    const code = loadCodeBundle({ cacheDir, basePath, theme });
    const started = { code, theme: theme?.hash };
    loading = started;
    code.catch(() => {
      // It may succeed the next time: the disk may have been full.
      if (loading === started) loading = undefined;
    });
    return code;
  };
  const forgetCode = () => {
    loading = undefined;
    version += 1;
  };
  // The first page needs the code, which can compile while articles are read.
  loadCode().catch(() => undefined);
  const stateNow = async (site: LoadedSite): Promise<State> => {
    const code = await loadCode(site.theme);
    if (current?.loaded === site && current.code === code) return current;
    const sources = createSheetSources(site, { code });
    const { view } = sources;
    const rest = planSheets(sources, options);
    current = { loaded: site, code, view, known: new Map(), rest };
    return current;
  };
  const stateName = () => `${loaded?.preview?.state ?? ''}.${version}`;
  return {
    show: (site) => {
      loaded = site;
    },
    forgetCode,
    state: stateName,
    answer: (path) =>
      answer(path).catch(async (error) => {
        if (!isLostFromCache(error, cacheDir)) throw error;
        forgetCode();
        await readAgain();
        return answer(path);
      }),
  };

  async function answer(path: string): Promise<PreviewResponse | undefined> {
    if (loaded === undefined) return undefined;
    const name = stateName();
    const state = await stateNow(loaded);
    const has = (file: string) => findSheet(state, file.normalize('NFC')) !== undefined;
    const found = await locate(path, has);
    if (found.kind === 'folder') return { to: found.to };
    const file = found.kind === 'file' ? found.path : await locateNotFound(path, has);
    const sheet = file === undefined ? undefined : findSheet(state, file.normalize('NFC'));
    if (sheet === undefined) return undefined;
    const status = found.kind === 'file' ? 200 : 404;
    const shared = { view: state.view, contentDir, cacheDir };
    const content = await makeContent(sheet.recipe(sheet.inputs()), shared);
    if ('copyOf' in content)
      return { path: content.copyOf, type: sheet.type ?? contentType(sheet.file), status };
    if (content instanceof Uint8Array)
      return { bytes: content, type: sheet.type ?? contentType(sheet.file), status };
    const { render } = await loadTemplates(state.code.templates);
    const page = Buffer.from(await render(content)).toString();
    const html = page.replace('</head>', () => `${script(name)}</head>`);
    return { bytes: Buffer.from(html), type: contentType(sheet.file), status };
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
