import { contentType } from '../hosting/content-type.ts';
import { locate, locateNotFound } from '../hosting/server/locate-file.ts';
import type { LoadedSite } from '../newsroom/loaded-site.ts';
import type { ViewContext } from '../publication/view/view-context.ts';
import { isLostFromCache } from '../system/cache/cached-file.ts';
import { formatProblem } from '../system/problems/format-problem.ts';
import type { Problem } from '../system/problems/problem.ts';
import { makeContent } from './make-content.ts';
import { type PlanFolders, planSheets } from './plan-sheets.ts';
import { createPreviewCode, type PreviewCode } from './preview-code.ts';
import { renderPage } from './print-sheet.ts';
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
  readonly found: PreviewCode;
  readonly view: ViewContext;
  readonly known: Map<string, Sheet>;
  readonly rest: Iterator<Sheet>;
}

export interface Preview {
  /** Replaces the site that is shown. */
  readonly show: (loaded: LoadedSite) => void;
  /** Compiles the templates and scripts where the next answer would, and reports the problems of a theme. */
  readonly prepare: () => Promise<void>;
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
  /** Whether there is a theme, as far as is known before anything is read. */
  readonly hasTheme: boolean;
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
  const { load, forget } = createPreviewCode({ cacheDir, basePath });
  const forgetCode = () => {
    forget();
    version += 1;
  };
  // The first page needs the code, which can compile while articles are read.
  if (!options.hasTheme) load(undefined).catch(() => undefined);
  const stateNow = async (site: LoadedSite): Promise<State> => {
    const found = await load(site.theme);
    if (current?.loaded === site && current.found === found) return current;
    const { code, problems } = found;
    const sources = createSheetSources(withProblems(site, problems), { code });
    const { view } = sources;
    const rest = planSheets(sources, options);
    current = { loaded: site, found, view, known: new Map(), rest };
    return current;
  };
  const stateName = () => `${loaded?.preview?.state ?? ''}.${version}`;
  return {
    show: (site) => {
      loaded = site;
    },
    prepare: async () => {
      if (loaded) await load(loaded.theme);
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
    const recipe = sheet.recipe(sheet.inputs());
    // The preview plans no cards.
    if (recipe.form === 'card') return undefined;
    const content = await makeContent(recipe, shared);
    if ('copyOf' in content)
      return { path: content.copyOf, type: sheet.type ?? contentType(sheet.file), status };
    if (content instanceof Uint8Array)
      return { bytes: content, type: sheet.type ?? contentType(sheet.file), status };
    const { code, theme } = state.found;
    const page = Buffer.from(
      await renderPage(content, sheet.file, { templates: code.templates, theme }),
    ).toString();
    const html = page.replace('</head>', () => `${script(name)}</head>`);
    return { bytes: Buffer.from(html), type: contentType(sheet.file), status };
  }
}

/** The site with the problems of its theme, which all pages show. */
function withProblems(site: LoadedSite, problems: readonly Problem[]): LoadedSite {
  if (site.preview === undefined || problems.length === 0) return site;
  const own = problems.map((problem) => ({
    ...{ severity: problem.severity, file: problem.file, subject: 'file' as const },
    text: formatProblem(problem),
  }));
  return {
    ...site,
    preview: { ...site.preview, problems: [...own, ...site.preview.problems] },
  };
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
