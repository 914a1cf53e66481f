import type { Draft, Note } from './draft.ts';

/**
 * Maps a draft's language to a language of the publication: `en-GB` and `zh-TW` become the listed
 * `en` and `zh-Hant`, since an unlisted language would get an edition of its own. A language
 * without a listed match is kept.
 */
export function fitLanguage(draft: Draft, languages: readonly string[]): Draft {
  const { lang } = draft.fields;
  if (lang === undefined || languages.includes(lang)) return draft;
  const near = nearestLanguage(lang, languages);
  if (near === undefined) {
    const message = `${lang} is not a language of this publication and gets an edition of its own`;
    return { ...draft, notes: [...draft.notes, noteOf(message, 'doubtful')] };
  }
  const message = `${lang} becomes ${near}, the publication's language`;
  const notes = [...draft.notes, noteOf(message, 'likely')];
  return { ...draft, fields: { ...draft.fields, lang: near }, notes };
}

/** The listed language for a tag: itself, or one of the same language and script. */
export function nearestLanguage(
  lang: string,
  languages: readonly string[],
): string | undefined {
  if (languages.includes(lang)) return lang;
  const written = scriptOf(lang);
  return languages.find((language) => scriptOf(language) === written);
}

function noteOf(message: string, certainty: Note['certainty']): Note {
  return { field: 'lang', message, certainty };
}

/** The language and its script: `zh-TW` -> `zh-Hant`. */
function scriptOf(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script ?? ''}`;
}
