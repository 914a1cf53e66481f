import { decodePercent } from '../../language/decode-percent.ts';

/** A published address and its line in the list. */
export interface ListedAddress {
  /** Without the base path, not percent-encoded: `/2026/01/06/bridge/`. */
  readonly address: string;
  readonly line: number;
}

/**
 * Parses the lines of a list of published addresses, one by one: a `files.json`, of which only pages
 * count, or one address a line, with or without the origin and `basePath`.
 *
 * @throws {NoAddressList} if the text is neither
 */
export function* parseAddressList(
  lines: Iterable<string>,
  basePath: string,
): Generator<ListedAddress> {
  let number = 0;
  const rest = lines[Symbol.iterator]();
  for (let next = rest.next(); !next.done; next = rest.next()) {
    number += 1;
    const line = next.value.trim();
    if (number === 1 && line.startsWith('{')) {
      if (line === '{"files": {') yield* pagesOfLines(rest);
      else yield* pagesOfText([next.value, ...{ [Symbol.iterator]: () => rest }].join('\n'));
      return;
    }
    if (line === '' || line.startsWith('#')) continue;
    const address = pathOf(line, basePath);
    if (address === undefined) throw new NoAddressList();
    yield { address, line: number };
  }
}

/** A text that is no list of published addresses. */
export class NoAddressList extends Error {
  override readonly name = 'NoAddressList';
}

/** A file of a `files.json`, of which a build writes each into a line. */
const fileLine = /^("(?:[^"\\]|\\.)*"): \{.*\},?$/u;

/** The pages of a `files.json` without its first line. */
function* pagesOfLines(lines: Iterator<string>): Generator<ListedAddress> {
  let number = 1;
  for (let next = lines.next(); !next.done; next = lines.next()) {
    number += 1;
    const [, quoted] = fileLine.exec(next.value) ?? [];
    if (quoted !== undefined) yield* pageAt(JSON.parse(quoted) as string, number);
    else if (next.value === '}}') return;
    else if (next.value !== '') break;
  }
  throw new NoAddressList();
}

/** The pages of the same JSON in another layout. */
function* pagesOfText(text: string): Generator<ListedAddress> {
  const files = filesOf(text);
  if (files === undefined) throw new NoAddressList();
  const lines = new Map(
    text
      .split('\n')
      .map((line, index) => [/^\s*("(?:[^"\\]|\\.)*")/u.exec(line)?.[1], index + 1]),
  );
  for (const path of Object.keys(files))
    yield* pageAt(path, lines.get(JSON.stringify(path)) ?? 1);
}

function* pageAt(path: string, line: number): Generator<ListedAddress> {
  if (path.endsWith('.html'))
    yield { address: `/${path.replace(/(?<![^/])index\.html$/u, '')}`, line };
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
