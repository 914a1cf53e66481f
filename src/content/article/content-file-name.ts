import { toSlug } from './slug.ts';

/** The folders of content files other than articles. */
const folders = { pages: 'page', people: 'person', stories: 'running-story' } as const;

export type ContentKind = 'article' | (typeof folders)[keyof typeof folders];

/** The information in the path of a content file, known before front matter is parsed. */
export interface ContentFileName {
  readonly kind: ContentKind;
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
 * `lee/index.md`, `2026-01-06-lee.md`, `pages/about.md`, `people/lee.md`. `.LANG` counts only if
 * `languages` lists it. `kind` is that of the folder, unless front matter says otherwise.
 */
export function parseContentFileName(
  path: string,
  languages: readonly string[],
  kind: ContentKind = kindOfFolder(path),
): ContentFileName {
  const parts = path.normalize('NFC').replace(/\.md$/iu, '').split('/');
  const { name, language } = splitLanguage(parts.pop() ?? '', languages);
  const isIndex = name === 'index' && parts.length > (kind === 'article' ? 0 : 1);
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

/** The kind of file that a folder contains: `people/lee.md` is a person. */
export function kindOfFolder(path: string): ContentKind {
  const [first = '', ...below] = path.normalize('NFC').split('/');
  return below.length > 0 && Object.hasOwn(folders, first)
    ? folders[first as keyof typeof folders]
    : 'article';
}

function splitLanguage(name: string, languages: readonly string[]) {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
  const language = languages.find((item) => item.toLowerCase() === ending);
  return language === undefined ? { name } : { name: name.slice(0, dot), language };
}
