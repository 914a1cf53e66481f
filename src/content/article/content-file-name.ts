import { toSlug } from './slug.ts';

/** The information in the path of a content file, known before front matter is parsed. */
export interface ContentFileName {
  readonly kind: 'article' | 'page';
  /** Shared by an article and its translations: folder and name without date and language. */
  readonly group: string;
  readonly slug: string;
  /** The language in the name, spelled as in `languages`. */
  readonly language?: string;
  /** A date in the name, as in Jekyll: `2026-01-06`. */
  readonly day?: string;
}

/**
 * Parses a path below the content folder, with `/` as separator: `world/lee.ko.md`,
 * `lee/index.md`, `2026-01-06-lee.md`, `pages/about.md`. `.LANG` counts only if `languages` lists
 * it.
 */
export function parseContentFileName(
  path: string,
  languages: readonly string[],
): ContentFileName {
  const parts = path.normalize('NFC').replace(/\.md$/iu, '').split('/');
  const kind = parts[0] === 'pages' && parts.length > 1 ? 'page' : 'article';
  const { name, language } = splitLanguage(parts.pop() ?? '', languages);
  const isIndex = name === 'index' && parts.length > (kind === 'page' ? 1 : 0);
  const folder = isIndex ? parts.slice(0, -1) : parts;
  const own = isIndex ? (parts.at(-1) ?? name) : name;
  const dated = kind === 'article' ? /^(\d{4}-\d{2}-\d{2})[-_ ](.+)$/u.exec(own) : null;
  const base = dated?.[2] ?? own;
  const slug =
    kind === 'page' ? [...folder.slice(1), base].map(toSlug).join('/') : toSlug(base);
  return {
    kind,
    group: [...folder, own].join('/'),
    slug,
    ...(language === undefined ? {} : { language }),
    ...(dated?.[1] === undefined ? {} : { day: dated[1] }),
  };
}

function splitLanguage(name: string, languages: readonly string[]) {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
  const language = languages.find((item) => item.toLowerCase() === ending);
  return language === undefined ? { name } : { name: name.slice(0, dot), language };
}
