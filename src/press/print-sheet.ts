import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { judgePage, type PageFault } from '../hosting/page-budget.ts';
import { type CompressedKind, compress, isCompressed } from '../hosting/precompress.ts';
import { copyInFolder, writeInFolder } from '../system/cache/cached-file.ts';
import { type FileFacts, factsOf } from '../system/cache/cached-folder.ts';
import { quote } from '../system/problems/format-problem.ts';
import type { Theme } from '../theme/theme.ts';
import type { Printed } from './ledger.ts';
import { lostCredit } from './lost-credit.ts';
import { makeContent, type PageContent } from './make-content.ts';
import { checkFrame, toRenderProblem } from './render-problem.ts';
import type { ContentRecipe, SharedInputs } from './sheet.ts';

/** What printing needs besides the recipe. Plain data; paths are absolute. */
export interface PrintOptions extends SharedInputs {
  /** Where files are written. */
  readonly folder: string;
  /** The module that renders pages. */
  readonly templates: string;
  /** The theme that they were compiled with. */
  readonly theme?: Theme;
  /** The kinds of compressed files to write beside text files. */
  readonly precompress: readonly CompressedKind[];
}

/**
 * Writes one file and its compressed files into the folder.
 *
 * @returns facts of the written files, and what is wrong with them
 * @throws {InvalidTheme} where a component of the theme throws
 * @throws {Error} of the disk or of a template
 */
export async function printSheet(
  file: string,
  recipe: ContentRecipe,
  options: PrintOptions,
): Promise<Printed> {
  const { folder, cacheDir, precompress, templates, theme } = options;
  const content = await makeContent(recipe, options);
  if ('copyOf' in content) {
    copyInFolder(content.copyOf, join(folder, file));
    return { files: [factsOf(folder, file)], fault: undefined };
  }
  const bytes =
    content instanceof Uint8Array
      ? content
      : await renderPage(content, file, { templates, theme });
  const files = [write(folder, file, bytes)];
  if (isCompressed(file))
    for (const kind of precompress) {
      const compressed = await compress(bytes, kind, cacheDir);
      if (compressed !== undefined) files.push(write(folder, `${file}.${kind}`, compressed));
    }
  const fault = file.endsWith('.html') ? judgePage(file, bytes) : undefined;
  if (theme === undefined || content instanceof Uint8Array) return { files, fault };
  return { files, fault: themeFault(file, content, bytes) ?? toThemeFault(fault) };
}

/**
 * Renders a page of the file `file` as HTML.
 *
 * @throws {InvalidTheme} where a component of the theme throws, or a page of it has no shell
 */
export async function renderPage(
  content: PageContent,
  file: string,
  { templates, theme }: Pick<PrintOptions, 'templates' | 'theme'>,
): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    const { render } = await loadTemplates(templates);
    bytes = await render(content);
  } catch (error) {
    throw theme === undefined ? error : toRenderProblem(theme, `${file} was printed`, error);
  }
  if (theme !== undefined) checkFrame(theme, content, file, Buffer.from(bytes).toString());
  return bytes;
}

/** What a component of a theme has done to a page, as far as readers lose something. */
function themeFault(
  file: string,
  content: PageContent,
  bytes: Uint8Array,
): PageFault | undefined {
  const credit = lostCredit(content, Buffer.from(bytes).toString());
  return credit === undefined
    ? undefined
    : {
        severity: 'warning',
        text: `${file}: expected the credit ${quote(credit)} of a picture, got none`,
        advice:
          'credits travel with pictures: print PictureCredits in the component of the theme',
      };
}

/** The weight of a page with components of a theme is its owner's choice. */
function toThemeFault(fault: PageFault | undefined): PageFault | undefined {
  return fault?.severity === 'error'
    ? { ...fault, severity: 'warning', advice: 'shorten the components of the theme' }
    : fault;
}

/** Loads the module that renders pages from its path. */
export function loadTemplates(path: string): Promise<typeof import('./template-entry.ts')> {
  return import(pathToFileURL(path).href);
}

function write(folder: string, file: string, bytes: Uint8Array): FileFacts {
  writeInFolder(join(folder, file), bytes);
  return factsOf(folder, file, bytes);
}
