import { basename, extname } from 'node:path';
import { unreadableKind } from './unreadable-kinds.ts';

/** Counts what is in folders and is not imported. */
export interface PassedOver {
  /** A file that is none of an article, or that cannot be read. */
  readonly file: (path: string) => void;
  /** A file whose name says that it is no article: `README.md`. */
  readonly named: (path: string) => void;
  readonly link: (path: string) => void;
  /** A pipe, a socket or a device. */
  readonly other: (path: string) => void;
  readonly folder: (path: string) => void;
  /** One for each kind that may hold articles, then one for each reason. */
  readonly sentences: () => string[];
}

interface Counted {
  readonly first: string;
  count: number;
}

export function createPassedOver(): PassedOver {
  const unreadable = new Map<string, Counted>();
  const endings = new Map<string, Counted>();
  const names = new Map<string, Counted>();
  const links = new Map<string, Counted>();
  const others = new Map<string, Counted>();
  const folders = new Map<string, Counted>();
  const add = (counts: Map<string, Counted>, key: string, path: string) => {
    const counted = counts.get(key);
    if (counted) counted.count += 1;
    else counts.set(key, { first: path, count: 1 });
  };
  return {
    file: (path) => {
      const kind = unreadableKind(path);
      if (kind) add(unreadable, `${kind.name}; ${kind.cure}`, path);
      else add(endings, extname(path).toLowerCase() || 'without an ending', path);
    },
    named: (path) => add(names, basename(path), path),
    link: (path) => add(links, '', path),
    other: (path) => add(others, '', path),
    folder: (path) => add(folders, basename(path), path),
    sentences: () => [
      ...[...unreadable].map(
        ([said, { first, count }]) => `${first}  not read${more(count)}: it is ${said}`,
      ),
      ...listed('not read as articles', endings),
      ...listed(
        'not imported: files left alone for their names; give one by name to import it',
        names,
      ),
      ...listed('not imported: folders left alone for their names', folders),
      ...listed('not imported: symbolic links, which are not followed', links),
      ...listed('not imported: pipes, sockets and devices', others),
    ],
  };
}

const more = (count: number) => (count === 1 ? '' : `, with ${count - 1} more like it`);

/** At most this many names or endings are told one by one. */
const most = 12;

function listed(what: string, counts: Map<string, Counted>): string[] {
  if (counts.size === 0) return [];
  const all = [...counts].toSorted(([, a], [, b]) => b.count - a.count);
  const shown = all
    .slice(0, most)
    .map(([key, { count, first }]) => `${count} ${key === '' ? `such as ${first}` : key}`);
  const rest = all.length > most ? [`${all.length - most} more kinds`] : [];
  return [`${what}: ${[...shown, ...rest].join(', ')}`];
}
