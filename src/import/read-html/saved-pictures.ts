import { stat } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { Root } from 'hast';
import { kindOfAddress, tidyAddress } from '../../content/markdown/address.ts';
import { decodePercent } from '../../language/decode-percent.ts';
import { attributeOf, elementsOf } from '../html/html-tree.ts';
import { missingHost, savedHost } from '../pictures/saved-address.ts';

/** The folder that a browser creates for a page's files, in the languages of browsers. */
const folder =
  /(?:^|\/)([^/]+(?:[_.-](?:files|Dateien|fichiers|archivos|arquivos|bestanden|file|filer|soubory|pliki)|_elementi)\/.+)$/iu;

/** The absolute path of a URL's file; undefined for other URLs. */
type FileOf = (address: string) => string | undefined;

/**
 * Gives pictures that a browser saved beside the page (`path`) marked URLs, in place, so that
 * they are not fetched: below `savedHost`, or below `missingHost` if the file is missing. Ignores
 * files above the page's folder.
 */
export async function findSavedPictures(page: Root, path: string): Promise<FileOf> {
  const files = new Map<string, string>();
  const find = async (written: string): Promise<string | undefined> => {
    const address = tidyAddress(written);
    const isFile = /^file:/iu.test(address);
    if (kindOfAddress(address) !== 'internal' && !isFile) return undefined;
    const decoded = decodePercent(address.replace(/[?#].*$/su, ''));
    const saved = folder.exec(decoded)?.[1];
    const below = posix.normalize((isFile ? saved : decoded) ?? '');
    if (/^(?:\.{0,2}\/|\.{0,2}$)|\\|:/u.test(below)) return undefined;
    const file = join(dirname(path), below);
    const isThere = await stat(file).then(
      (found) => found.isFile(),
      () => false,
    );
    if (!isThere && saved === undefined) return undefined;
    const { href } = new URL(encodeURI(below), isThere ? savedHost : missingHost);
    if (isThere) files.set(href, file);
    return href;
  };
  for (const { element } of elementsOf(page)) {
    if (!/^(?:img|amp-img|source)$/u.test(element.tagName)) continue;
    const src = attributeOf(element, 'src');
    const found = src === '' ? undefined : await find(src);
    if (found !== undefined) element.properties['src'] = found;
    const srcset = attributeOf(element, 'srcSet');
    if (found?.startsWith(savedHost)) delete element.properties['srcSet'];
    else if (srcset !== '')
      for (const [candidate] of srcset.matchAll(/\S*[^\s,](?=\s|,|$)/gu)) {
        const file = await find(candidate);
        if (!file?.startsWith(savedHost)) continue;
        // An existing file takes precedence over a missing one.
        element.properties[element.tagName === 'source' ? 'srcSet' : 'src'] = file;
        if (element.tagName !== 'source') delete element.properties['srcSet'];
        break;
      }
  }
  return (address) => files.get(address);
}
