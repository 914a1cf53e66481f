import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const source = join(import.meta.dirname, '..', 'peers', 'style.css');

/** Writes the minified style sheet of the peers into a folder as `style.css`. */
export async function writeStyle(folder: string): Promise<void> {
  await writeFile(join(folder, 'style.css'), toSmallCss(await readFile(source, 'utf8')));
}

/** Removes comments and unnecessary white space from CSS. It does not support strings. */
export function toSmallCss(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gsu, '')
    .replace(/\s+/gu, ' ')
    .replace(/ ?([{};,]) ?/gu, '$1')
    .replace(/: /gu, ':')
    .trim();
}
