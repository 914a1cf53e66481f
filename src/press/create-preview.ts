import { contentType } from '../hosting/content-type.ts';
import { locate, locateNotFound } from '../hosting/locate-file.ts';
import type { LoadedSite } from '../newsroom/loaded-site.ts';
import type { ViewContext } from '../publication/view/view-context.ts';
import { isLostFromCache } from '../system/cache/kept-file.ts';
import { type CodeBundle, loadCodeBundle } from './code-bundle.ts';
import { createSite } from './create-site.ts';
import { makeContent } from './make-content.ts';
import { type PlanFolders, planSheets } from './plan-sheets.ts';
import { loadTemplates } from './print-sheet.ts';
import type { Sheet } from './sheet.ts';

/** What the live preview answers: a file, or where the page is instead. */
export type Answer =
  | {
      readonly bytes: Uint8Array;
      readonly type: string;
      readonly status: 200 | 404 | 500;
    }
  | { readonly to: string };

/** The sheets of one state of the content folder and of the code, made as they are asked for. */
interface State {
  readonly loaded: LoadedSite;
  readonly code: CodeBundle;
  readonly view: ViewContext;
  readonly known: Map<string, Sheet>;
  readonly rest: Iterator<Sheet>;
}

export interface Preview {
  /** Sets what is shown from now on. */
  readonly show: (loaded: LoadedSite) => void;
  /** Compiles the templates and scripts again for the next answer. */
  readonly forgetCode: () => void;
  /** Differs where what is shown differs. */
  readonly state: () => string;
  /**
   * The answer to a path (percent-encoded, from the root of the site): the one that a host of the built
   * site would give. Undefined where there is nothing, not even a page that says so.
   */
  readonly answer: (path: string) => Promise<Answer | undefined>;
}

export interface PreviewOptions extends PlanFolders {
  readonly contentDir: string;
  readonly basePath: string;
  /** Put into the head of each page. */
  readonly script: (state: string) => string;
  /** Reads the whole content folder: called where something is lost from the cache. */
  readonly readAgain: () => Promise<void>;
}

/** Makes one sheet for each question, whatever the size of the site. */
export function createPreview(options: PreviewOptions): Preview {
  const { root, basePath, contentDir, cacheDir, script, readAgain } = options;
  let loaded: LoadedSite | undefined;
  let current: State | undefined;
  let version = 0;
  let loading: Promise<CodeBundle> | undefined;
  const loadCode = () => {
    if (loading) return loading;
    const own = loadCodeBundle({ root, cacheDir, basePath });
    loading = own;
    own.catch(() => {
      // The disk may have been full.
      if (loading === own) loading = undefined;
    });
    return own;
  };
  const forgetCode = () => {
    loading = undefined;
    version += 1;
  };
  // It is needed for the first page, and can be compiled while articles are read.
  loadCode().catch(() => undefined);
  const stateNow = async (site: LoadedSite): Promise<State> => {
    const code = await loadCode();
    if (current?.loaded === site && current.code === code) return current;
    const { view, ...parts } = createSite(site, { code });
    const rest = planSheets({ view, ...parts }, options);
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

  async function answer(path: string): Promise<Answer | undefined> {
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
