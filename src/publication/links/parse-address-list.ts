import { decodePercent } from '../../language/decode-percent.ts';

/** A published address and its line in the list. */
export interface ListedAddress {
  /** Without the base path, not percent-encoded: `/2026/01/06/bridge/`. */
  readonly address: string;
  /** Computed on demand: most lists have thousands of lines and no problem. */
  readonly line: () => number;
}

/**
 * Parses a list of published addresses: a `files.json`, of which only pages count, or one address
 * a line, with or without the origin and `basePath`. Undefined if the text is neither.
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
