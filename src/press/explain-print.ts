import { hash } from 'node:crypto';
import type { SheetKind } from './sheet.ts';

/** Short hashes of the parts of a sheet's inputs, by their names: they say which one has changed. */
export type Parts = Readonly<Record<string, string>>;

/** Why a sheet was printed, or was not. */
export type Reason =
  | { readonly kind: 'kept' | 'new' | 'code' | 'forced' | 'output' }
  /** Names of the inputs that have changed; `view.settings` is a part of what all pages share. */
  | { readonly kind: 'inputs'; readonly changed: readonly string[] };

/** The key of a sheet: the same code, kind and inputs have the same one. */
export function keyOf(code: string, kind: SheetKind, inputs: unknown): string {
  return hash('sha256', JSON.stringify([code, kind, inputs]), 'base64url').slice(0, 27);
}

/** The parts of a sheet's inputs, or of what all pages share: for explanations alone. */
export function partsOf(inputs: unknown): Parts {
  const parts =
    typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)
      ? { inputs }
      : inputs;
  return Object.fromEntries(
    Object.entries(parts).map(([name, value]) => [
      name,
      hash('sha256', JSON.stringify(value) ?? '', 'base64url').slice(0, 8),
    ]),
  );
}

/** The names of parts that are not the same. */
export function changedParts(before: Parts, after: Parts): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name],
  );
}

/** What an input is, for who asks why. */
const meanings: Readonly<Record<string, string>> = {
  story: 'its own text or fields',
  text: 'its own text or fields, or where its links and pictures lead',
  source: 'its own file',
  targets: 'where its links and pictures lead',
  card: 'its share card',
  versions: 'its translations',
  previous: 'the previous article',
  next: 'the next article',
  related: 'the related articles',
  articles: 'the articles in it',
  inputs: 'what it lists or says',
  list: 'the list that it is of',
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

/** A line for who asks why a file was printed. */
export function formatReason(file: string, reason: Reason | undefined): string {
  if (reason === undefined)
    return `${file}: not a file of the site; give an address as it is in the browser, such as /2026/01/06/bridge/`;
  switch (reason.kind) {
    case 'kept':
      return `${file}: stays as it is, since nothing that it is made from has changed`;
    case 'new':
      return `${file}: printed, since the last build had no such file`;
    case 'code':
      return `${file}: printed, since the code of Dateline or its packages have changed`;
    case 'forced':
      return `${file}: printed, since --force prints all files`;
    case 'output':
      return `${file}: printed, since the file in the output was not as the last build left it`;
    case 'inputs': {
      const changed = reason.changed.map((name) => meanings[name] ?? name);
      return `${file}: printed, since these have changed: ${changed.join('; ')}`;
    }
  }
}

/** `/2026/01/06/bridge/`, also as a whole URL, as the path of its file below the output folder. */
export function fileOfAddress(address: string, basePath: string): string {
  const path = /^https?:/u.test(address) ? new URL(address).pathname : address;
  const own = path.startsWith(basePath)
    ? path.slice(basePath.length)
    : path.replace(/^\//u, '');
  let decoded = own;
  try {
    decoded = decodeURIComponent(own);
  } catch {
    // As it was written.
  }
  const file = decoded.normalize('NFC').replace(/[?#].*$/su, '');
  if (file === '' || file.endsWith('/')) return `${file}index.html`;
  // A page's address without its slash, which hosts redirect.
  return /\.[^/]*$/u.test(file) ? file : `${file}/index.html`;
}
