import { canonicalLanguage } from '../../language/canonical-language.ts';
import type { SiteSettings } from './post-folder.ts';

/** What the path of a post says of its language. */
export interface PathLanguage {
  readonly lang: string;
  /** What it shares with its translations: its path without the language. */
  readonly group: string;
}

const tag = /^[a-z]{2,3}(?:[-_](?:[a-z]{2}|[a-z]{4}))?$/iu;
const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * The languages of posts whose folders tell them: Hugo's `contentDir`, and folders such as `ja/`
 * that the site's settings list or beside which the same file is there in another language.
 */
export function findPathLanguages(
  files: readonly string[],
  site: SiteSettings,
): ReadonlyMap<string, PathLanguage> {
  const found = new Map<string, PathLanguage>();
  const all = new Set(files);
  const counts = new Map<string, number>();
  const candidates = files.map((file) => [file, candidatesOf(file, site)] as const);
  for (const [, list] of candidates)
    for (const { group } of list) counts.set(group, (counts.get(group) ?? 0) + 1);
  for (const [file, list] of candidates) {
    const known = list.find(
      ({ group, isListed }) => isListed || all.has(group) || (counts.get(group) ?? 0) > 1,
    );
    if (known) found.set(file, { lang: known.lang, group: known.group });
  }
  return found;
}

function candidatesOf(file: string, { languages }: SiteSettings) {
  const folders = file.split('/').slice(0, -1);
  const byFolder = [...languages.folders].filter(([folder]) => file.startsWith(`${folder}/`));
  const [nearest] = byFolder.toSorted(([a], [b]) => b.length - a.length);
  if (nearest !== undefined) {
    const [folder, lang] = nearest;
    return [{ lang, group: `content${file.slice(folder.length)}`, isListed: true }];
  }
  return folders.flatMap((folder, index) => {
    const lang = toLanguage(folder);
    if (lang === undefined) return [];
    const group = file.split('/').toSpliced(index, 1).join('/');
    return [{ lang, group, isListed: languages.listed.has(lang) }];
  });
}

/** `zh_TW` -> `zh-TW`; undefined for what names no language. */
export function toLanguage(text: string): string | undefined {
  const lang = tag.test(text) ? canonicalLanguage(text.replace('_', '-')) : undefined;
  return lang !== undefined && names.of(lang) !== undefined ? lang : undefined;
}
