/** What follows the `{` of a hidden comment, which pages omit (`src/content/markdown/unsupported`). */
export const remarkBehindBrace =
  '::comment|%-?\\s*comment|%-?[ \\t]*#|\\{[<%]-?\\s*comment|\\{-?\\s*\\/\\*|\\{!|\\s{0,9}\\/\\*|#|>>';

/** Signs that begin a hidden remark. */
export const remarkSigns = new RegExp(`%(?=%)|\\{(?=${remarkBehindBrace})`, 'gu');

/** Escapes text, so that Markdown shows it unchanged. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*[\]<]|~(?=~|$)|(?<=^|~)~/gu, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/gu, '\\&')
    .replace(remarkSigns, '\\$&')
    .replace(/^([ \t]*)([#>+=-])/gmu, '$1\\$2')
    .replace(/^([ \t]*\d+)([.)])/gmu, '$1\\$2');
}

/** Formats an address as the destination of a Markdown link. */
export function formatDestination(address: string): string {
  const safe = address.replace(/[\s<>]/gu, (sign) => encodeURIComponent(sign));
  return /[()\\]/u.test(safe) || safe === '' ? `<${safe}>` : safe;
}

/** Formats the title of a Markdown link, with the space before it. */
export function formatTitle(title: string): string {
  return title === '' ? '' : ` "${title.replace(/[\\"<&]/gu, '\\$&').replace(/\n\s*/gu, ' ')}"`;
}
