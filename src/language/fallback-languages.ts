import { canonicalLanguage } from './canonical-language.ts';

// Looking up a likely script is slow, each formatted date needs it, and a site has few
// languages.
const remembered = new Map<string, readonly string[]>();

/**
 * The tags to look up for a language, most specific first: lookup by truncation (RFC 4647,
 * 3.4), with the most likely script for the language and region: `de-AT` -> `de-Latn-AT`,
 * `de-AT`, `de-Latn`, `de`. A tag without a script means only the language's likely
 * script, so `zh-TW` -> `zh-Hant-TW`, `zh-Hant`, and Arabic in Latin letters does not fall back
 * to `ar`. An invalid tag has no fallbacks. @see
 * https://www.rfc-editor.org/rfc/rfc4647#section-3.4
 */
export function fallbackLanguages(tag: string): readonly string[] {
  const fallbacks = remembered.get(tag) ?? findFallbacks(tag);
  remembered.set(tag, fallbacks);
  return fallbacks;
}

function findFallbacks(tag: string): readonly string[] {
  const canonical = canonicalLanguage(tag);
  if (canonical === undefined) return [];
  const { language, region } = new Intl.Locale(canonical);
  const { script } = new Intl.Locale(canonical).maximize();
  const scripts = script === undefined ? [] : [`${language}-${script}`];
  const likely = new Intl.Locale(language).maximize().script === script;
  const bare = likely ? [language] : [];
  const widest = [...scripts, ...bare];
  const regional = region === undefined ? [] : widest.map((base) => `${base}-${region}`);
  return [...regional, ...widest];
}

/** The best row of a table by language for a tag, with the row's own tag. */
export function rowForLanguage<Row>(
  table: Readonly<Record<string, Row>>,
  tag: string,
): { readonly language: string; readonly row: Row } | undefined {
  for (const language of fallbackLanguages(tag)) {
    const row = Object.hasOwn(table, language) ? table[language] : undefined;
    if (row !== undefined) return { language, row };
  }
  return undefined;
}
