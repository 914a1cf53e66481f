import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const source = join(import.meta.dirname, '..', 'peers', 'style.css');

/** Writes the peers' style sheet into a folder as `style.css`, as small as pages print it. */
export async function writeStyle(folder: string): Promise<void> {
  await writeFile(join(folder, 'style.css'), toSmallCss(await readFile(source, 'utf8')));
}

/** CSS without comments and without white space that only people need; it knows no strings. */
export function toSmallCss(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gsu, '')
    .replace(/\s+/gu, ' ')
    .replace(/ ?([{};,]) ?/gu, '$1')
    .replace(/: /gu, ':')
    .trim();
}
