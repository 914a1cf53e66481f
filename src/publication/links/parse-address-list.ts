import { decodePercent } from '../../language/decode-percent.ts';
/** An address that was published, and the line on which a list names it. */
export interface ListedAddress {
  /** Begins at the root of the site, not percent-encoded: `/2026/01/06/bridge/`. */
  readonly address: string;
  /** Found on demand: most lists of thousands of lines have no fault. */
  readonly line: () => number;
}

/**
 * The pages in a list of what was published: a `files.json`, or addresses one a line, with or
 * without the site's origin. `basePath` is the folder of the site, which addresses may begin
 * with. Undefined for a text that is neither.
 */
export function parseAddressList(
  text: string,
  basePath: string,
): readonly ListedAddress[] | undefined {
  if (text.trimStart().startsWith('{')) return parseFileList(text);
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  const listed: ListedAddress[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const path = pathOf(line, basePath);
    if (path === undefined) return undefined;
    listed.push({ address: path, line: () => index + 1 });
  }
  return listed;
}

function parseFileList(text: string): ListedAddress[] | undefined {
  const files = filesOf(text);
  if (files === undefined) return undefined;
  let lines: ReadonlyMap<string | undefined, number> | undefined;
  const lineOf = (path: string) => {
    lines ??= new Map(
      text
        .split('\n')
        .map((line, index) => [/^\s*("(?:[^"\\]|\\.)*")/u.exec(line)?.[1], index + 1]),
    );
    return lines.get(JSON.stringify(path)) ?? 1;
  };
  return Object.keys(files)
    .filter((path) => path.endsWith('.html'))
    .map((path) => ({
      address: `/${path.replace(/(?<![^/])index\.html$/u, '')}`,
      line: () => lineOf(path),
    }));
}

function filesOf(text: string): object | undefined {
  try {
    const files: unknown = (JSON.parse(text) as { files?: unknown } | null)?.files;
    return typeof files === 'object' && files !== null ? files : undefined;
  } catch {
    return undefined;
  }
}

function pathOf(line: string, basePath: string): string | undefined {
  if (!/^(?:https?:\/\/|\/)/iu.test(line)) return undefined;
  const url = URL.parse(line, 'https://site.invalid');
  if (url === null) return undefined;
  const path = decodePercent(url.pathname);
  return path.startsWith(basePath) ? path.slice(basePath.length - 1) : path;
}
