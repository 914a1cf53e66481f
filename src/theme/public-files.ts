import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { quote } from '../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import { below } from './asset-name.ts';
import { findScripts } from './find-scripts.ts';
import type { Theme } from './theme.ts';
import { themeFile } from './theme.ts';

/** A file of `theme/public`, which is published as it is. */
export interface PublicFile {
  /** Its path in the site, in NFC: `.well-known/assetlinks.json`. */
  readonly file: string;
  /** Its absolute path. */
  readonly path: string;
  /** Its path as problems name it. */
  readonly shown: string;
}

/** Names that programs leave behind, or that are for a repository. */
const ignored = /^(?:\.(?:DS_Store|git.*|keep|env.*|.*\.sw[op]|_.*)|Thumbs\.db|desktop\.ini)$/u;

/** Files in which browsers run scripts, up to this many bytes: larger ones are data. */
const documents = /\.(?:html?|xhtml|svg|xml)$/iu;
const maxDocument = 2_000_000;

/**
 * Lists the files of `theme/public`. `scripts` are the files that may run in pages, by their paths below
 * the theme. Their addresses are checked with those of articles (`claim-addresses.ts`).
 */
export function listPublicFiles(
  theme: Theme,
  scripts: readonly string[] = [],
): { readonly files: readonly PublicFile[]; readonly problems: readonly Problem[] } {
  const folder = realpathSync(theme.folder);
  const files: PublicFile[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const path of theme.files) {
    const found = themeFile(path);
    if (found.kind !== 'public') continue;
    if (found.name.split('/').some((name) => ignored.test(name))) continue;
    const file = found.name.normalize('NFC');
    const item = { file, path: join(theme.folder, path), shown: `${theme.shown}/${path}` };
    const other = seen.get(file.toLowerCase());
    seen.set(file.toLowerCase(), item.shown);
    const problem =
      other === undefined
        ? checkPublicFile(item, { folder, isNamed: scripts.includes(path), theme })
        : {
            message: wrongValue('a name of its own', `one like that of ${other}`),
            cure: 'rename one of the two',
          };
    if (problem === undefined) files.push(item);
    else
      problems.push({
        severity: 'error',
        ...{ file: item.shown, line: 1, column: 1, field: 'public' },
        ...problem,
      });
  }
  return { files, problems };
}

type Fault = Pick<Problem, 'message' | 'cure'> & Partial<Pick<Problem, 'line' | 'column'>>;

function checkPublicFile(
  { file, path }: PublicFile,
  {
    folder,
    isNamed,
    theme,
  }: { readonly folder: string; readonly isNamed: boolean; readonly theme: Theme },
): Fault | undefined {
  if (/[\p{Cc}\\]/u.test(file))
    return {
      message: wrongValue('a name without control characters and `\\`', quote(file)),
      cure: 'rename it',
    };
  const real = realpathSync(path);
  if (below(folder, real).startsWith('..') && !real.includes(`${sep}node_modules${sep}`))
    return {
      message: wrongValue(`a file in ${theme.shown}`, 'a link to another place'),
      cure: 'copy the file into the folder',
    };
  if (/\.[cm]?js$/iu.test(file) && !isNamed)
    return {
      message: 'a script that is not named in publication.yaml',
      cure: `move it to ${theme.shown}/scripts and name it in \`security: scripts:\``,
    };
  if (!documents.test(file) || statSync(path).size > maxDocument) return undefined;
  const [script] = findScripts(readFileSync(path, 'utf8'));
  if (script === undefined) return undefined;
  return {
    line: script.line,
    column: script.column,
    message: `${script.what} runs a script`,
    cure: `move the script to ${theme.shown}/scripts and name it in \`security: scripts:\``,
  };
}
