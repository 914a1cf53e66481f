import type { HostedSite } from '../../security/hosted-site.ts';
import type { LimitKind } from './host-limits.ts';
import { toHeadersFile, toRedirectsFile } from './to-rule-files.ts';
import { toVercelConfig } from './to-vercel-config.ts';

/** A file of a site, with the kind of its sheet. */
export interface SiteFile {
  /** The path below the output folder, with `/`. */
  readonly file: string;
  /** In bytes. */
  readonly size: number;
  readonly kind: string;
}

export interface FileSum {
  readonly files: number;
  readonly bytes: number;
}

/** What a site has of everything that hosts limit. */
export interface SiteFigures {
  readonly values: Readonly<Partial<Record<LimitKind, number>>>;
  /** The number of redirects that the host gets as rules. */
  readonly redirectRules: number;
  /** The file or the folder that has the value, where there is one. */
  readonly at: Readonly<Partial<Record<LimitKind, string>>>;
  /** By the kind of sheet. */
  readonly kinds: ReadonlyMap<string, KindSum>;
  /** Files of older pages of lists, and of articles in the search index. */
  readonly olderPages: number;
  readonly fragments: number;
  /** See `HostedSite`. */
  readonly oneFile: boolean;
  readonly pageSize: number;
}

/** The files of a kind, and their compressed files. */
export interface KindSum {
  readonly plain: FileSum;
  readonly compressed: FileSum;
}

/** `section/world/3/index.html`, `2026/01/page/3/index.html`; not a month, `2026/01/index.html` */
const olderPage = /(?:^|\/)(?:page|(?:section|topic|author|story)\/[^/]+)\/\d+\/index\.html$/u;

/** The defaults of `pageSize`: usually, and where each article is a single file. */
const usualPage = 24;
export const largePage = 400;

export const noFiles: FileSum = { files: 0, bytes: 0 };

/** Measures a site by its files and by the rules that hosts get. */
export function measureSite(files: Iterable<SiteFile>, site: HostedSite): SiteFigures {
  const kinds = new Map<string, KindSum>();
  const inFolder = new Map<string, number>();
  const folders = new Set<string>();
  let [all, olderPages, fragments] = [noFiles, 0, 0];
  let [largest, longest] = [{ file: '', size: 0 }, ''];
  let longestBytes = 0;
  for (const { file, size, kind } of files) {
    const add = (sum: FileSum) => ({ files: sum.files + 1, bytes: sum.bytes + size });
    all = add(all);
    const { plain, compressed } = kinds.get(kind) ?? { plain: noFiles, compressed: noFiles };
    const isCompressed = /\.(?:br|gz)$/u.test(file);
    kinds.set(kind, {
      plain: isCompressed ? plain : add(plain),
      compressed: isCompressed ? add(compressed) : compressed,
    });
    if (kind === 'list' && olderPage.test(file)) olderPages += 1;
    if (kind === 'search' && file.endsWith('.pf_fragment')) fragments += 1;
    if (size > largest.size) largest = { file, size };
    // A path has at least as many bytes as UTF-16 units.
    const bytes = file.length * 3 > longestBytes ? Buffer.byteLength(file) : 0;
    if (bytes > longestBytes) [longest, longestBytes] = [file, bytes];
    const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
    inFolder.set(folder, (inFolder.get(folder) ?? 0) + 1);
  }
  for (const folder of inFolder.keys())
    for (let path = folder; path !== '' && !folders.has(path); ) {
      folders.add(path);
      path = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    }
  const [fullest = '', folderFiles = 0] =
    [...inFolder].reduce<[string, number] | undefined>(
      (most, one) => (most && most[1] >= one[1] ? most : one),
      undefined,
    ) ?? [];
  return {
    values: {
      files: all.files,
      entries: all.files + folders.size,
      folderFiles,
      bytes: all.bytes,
      fileBytes: largest.size,
      pathBytes: longestBytes,
      redirects: site.redirects.length,
      ...rulesOf(site),
    },
    redirectRules: toRedirectsFile(site, '/').split('\n').length - 2,
    at: { folderFiles: `${fullest}/`, fileBytes: largest.file, pathBytes: longest },
    ...{ kinds, olderPages, fragments },
    ...{ oneFile: site.oneFile ?? false, pageSize: site.pageSize ?? usualPage },
  };
}

/** Of the rules in the files for hosts. */
function rulesOf(site: HostedSite): Partial<Record<LimitKind, number>> {
  const lines = toHeadersFile(site, '/').split('\n');
  const headers = lines.filter((line) => line.startsWith('  '));
  const vercel = JSON.parse(toVercelConfig(site));
  return {
    headerRules: lines.filter((line) => line.startsWith('/')).length,
    headerLength: headers.reduce((most, { length }) => Math.max(most, length - 2), 0),
    routes: vercel.redirects.length + vercel.headers.length,
  };
}
