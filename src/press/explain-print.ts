import { hash } from 'node:crypto';
import { decodePercent } from '../language/decode-percent.ts';
import type { SheetKind } from './sheet.ts';

/** A short hash of each input of a sheet, by its name. They show which input has changed. */
export type InputHashes = Readonly<Record<string, string>>;

/** Why a sheet was printed or kept. */
export type Reason =
  | { readonly kind: 'kept' | 'new' | 'code' | 'forced' | 'output' | 'unfinished' }
  /** `changed` names inputs. `view.settings` is a part of `view`, which all pages share. */
  | { readonly kind: 'inputs'; readonly changed: readonly string[] };

/** The key of a sheet: a hash of its code, kind and inputs. */
export function keyOf(code: string, kind: SheetKind, inputs: unknown): string {
  return hash('sha256', JSON.stringify([code, kind, inputs]), 'base64url').slice(0, 27);
}

/** Hashes each property of a sheet's inputs, or of what all pages share. Used for explanations only. */
export function hashInputs(inputs: unknown): InputHashes {
  const named =
    typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)
      ? { inputs }
      : inputs;
  return Object.fromEntries(
    Object.entries(named).map(([name, value]) => [
      name,
      hash('sha256', JSON.stringify(value) ?? '', 'base64url').slice(0, 8),
    ]),
  );
}

/** The names of the inputs that differ. */
export function changedInputs(before: InputHashes, after: InputHashes): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name],
  );
}

/** What an input means to the user of `--why`. */
const meanings: Readonly<Record<string, string>> = {
  story: 'its own text or fields',
  text: 'its own text or fields, or the targets of its links and pictures',
  source: 'its own file',
  targets: 'the targets of its links and pictures',
  card: 'its share card',
  versions: 'its translations',
  previous: 'the previous article',
  next: 'the next article',
  related: 'the related articles',
  articles: 'the articles in it',
  inputs: 'what it lists or says',
  list: 'the list that it is a feed of',
  style: 'the style sheet of feeds',
  'view.settings': 'publication.yaml',
  'view.editions': 'sections, pages, pictures or languages of the site',
  'view.scripts': 'the scripts of pages',
  'view.policy': 'the Content-Security-Policy',
  'view.basePath': 'BASE_PATH',
  'view.siteUrl': 'the address of the site',
  'view.logo': 'the logo',
  'view.darkLogo': 'the logo of the dark theme',
  'view.icons': 'the icon',
};

/** Formats the answer to `--why` as a line. `reason` is undefined where there is no such file. */
export function formatReason(file: string, reason: Reason | undefined): string {
  if (reason === undefined)
    return `${file}: not a file of the site; give an address as it is in the browser, such as /2026/01/06/bridge/`;
  switch (reason.kind) {
    case 'kept':
      return `${file}: kept, since none of its inputs has changed`;
    case 'new':
      return `${file}: printed, since the last build had no such file`;
    case 'code':
      return `${file}: printed, since the code of Dateline, its packages or the theme have changed`;
    case 'forced':
      return `${file}: printed, since --force prints all files`;
    case 'unfinished':
      return `${file}: printed, since the last build could not draw all of it`;
    case 'output':
      return `${file}: printed, since the file in the output was changed after the last build`;
    case 'inputs': {
      const changed = reason.changed.map((name) => meanings[name] ?? name);
      return `${file}: printed, since these have changed: ${changed.join('; ')}`;
    }
  }
}

/**
 * The file below the output folder that a browser shows at an address, which is a path
 * (`/2026/01/06/bridge/`) or a whole URL.
 */
export function fileOfAddress(address: string, basePath: string): string {
  const path = /^https?:/u.test(address) ? new URL(address).pathname : address;
  const below = path.startsWith(basePath)
    ? path.slice(basePath.length)
    : path.replace(/^\//u, '');
  const file = decodePercent(below)
    .normalize('NFC')
    .replace(/[?#].*$/su, '');
  if (file === '' || file.endsWith('/')) return `${file}index.html`;
  // The address of a page without its final slash, which hosts redirect.
  return /\.[^/]*$/u.test(file) ? file : `${file}/index.html`;
}
