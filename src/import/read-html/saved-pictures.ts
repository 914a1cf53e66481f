import { stat } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { Root } from 'hast';
import { kindOfAddress, tidyAddress } from '../../markdown/address.ts';
import { attributeOf, elementsOf } from '../html/html-tree.ts';

/** A host that nobody has (RFC 6761, section 6.4): addresses of files beside a saved page. */
const host = 'https://saved.invalid/';

/** Pictures that a browser saved beside a page. */
export interface SavedPictures {
  /** The absolute path of the file that an address stands for; undefined for any other address. */
  readonly fileOf: (address: string) => string | undefined;
  /** A sentence with files in the place of their addresses. */
  readonly tell: (message: string) => string;
}

/**
 * Gives pictures of a page that lie beside its file (`path`) an address of their own, in place,
 * so that they are not looked for on the web. Files above the page's folder are left alone.
 */
export async function findSavedPictures(page: Root, path: string): Promise<SavedPictures> {
  const files = new Map<string, string>();
  for (const { element } of elementsOf(page)) {
    const written = tidyAddress(attributeOf(element, 'src'));
    if (element.tagName !== 'img' || kindOfAddress(written) !== 'internal') continue;
    const below = posix.normalize(decode(written.replace(/[?#].*$/su, '')));
    if (/^(?:\.{0,2}\/|\.{0,2}$)|\\|:/u.test(below)) continue;
    const file = join(dirname(path), below);
    if (!(await stat(file).catch(() => undefined))?.isFile()) continue;
    const address = new URL(encodeURI(below), host).href;
    files.set(address, file);
    element.properties['src'] = address;
    delete element.properties['srcSet'];
  }
  return {
    fileOf: (address) => files.get(address),
    tell: (message) => message.replaceAll(host, ''),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
