/** The files with which a publication replaces or extends parts of Dateline. */
export interface Theme {
  /** An absolute path. */
  readonly folder: string;
  /** The project's folder, whose packages the files may import. */
  readonly root: string;
  /** The folder as problems name it, such as `theme`. */
  readonly shown: string;
  /** All files, sorted: paths below the folder, with `/`. Names that begin with `.`
   * are left out, except below `public`. */
  readonly files: readonly string[];
  /**
   * A hash of the bytes of all files that templates can be compiled from, and of the project's
   * lockfile: part of the key of what they print.
   */
  readonly hash: string;
  /** The same for what its style sheet is bundled from. */
  readonly styleHash: string;
}

/** What a file of a theme is for. */
export type ThemeFile =
  | { readonly kind: 'style' | 'markdown' | 'other' }
  /** `name` without ending: `ArticleFooter`. */
  | { readonly kind: 'component'; readonly name: string }
  /** `language` as written: `zh-Hans`. */
  | { readonly kind: 'words'; readonly language: string }
  /** `name`: the path below `pages` without ending, such as `ko/masthead`. */
  | { readonly kind: 'page'; readonly name: string }
  /** `name`: the path of the published file, such as `favicon.svg`. */
  | { readonly kind: 'public'; readonly name: string };

/** Says what a file of a theme is for, by its path below the theme's folder. */
export function themeFile(path: string): ThemeFile {
  if (path === 'style.css') return { kind: 'style' };
  if (path === 'markdown.ts') return { kind: 'markdown' };
  const [, folder, name = ''] = /^([^/]+)\/(.+)$/u.exec(path) ?? [];
  if (folder === 'public') return { kind: 'public', name };
  if (folder === 'components' && /^[^/]+\.astro$/u.test(name))
    return { kind: 'component', name: name.replace(/\.astro$/u, '') };
  if (folder === 'words' && /^[^/]+\.yaml$/u.test(name))
    return { kind: 'words', language: name.replace(/\.yaml$/u, '') };
  if (folder === 'pages' && name.endsWith('.astro'))
    return { kind: 'page', name: name.replace(/\.astro$/u, '') };
  return { kind: 'other' };
}
