import { canonicalLanguage } from './canonical-language.ts';
import { intlLocales } from './intl-locales.ts';

/** Names as a language menu shows them; regional tags get the region's name from `Intl`. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  en: 'English',
  ko: '한국어',
  zh: '中文',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  ja: '日本語',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
};

/**
 * A language's name in that language, for use on its own: `ko` -> `한국어`, `pt-BR` -> `Português
 * (Brasil)`. Returns the tag itself if no name is known or the tag is invalid.
 */
export function languageName(language: string): string {
  const canonical = canonicalLanguage(language);
  if (canonical === undefined) return language;
  const own = Object.hasOwn(OWN_NAMES, canonical) ? OWN_NAMES[canonical] : undefined;
  if (own !== undefined) return own;
  const locales = intlLocales(canonical);
  const name = new Intl.DisplayNames(locales, {
    type: 'language',
    languageDisplay: 'standard',
  }).of(canonical);
  return name === undefined ? canonical : capitalise(name, locales);
}

function capitalise(name: string, locales: string[]): string {
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(locales) + rest.join('');
}
