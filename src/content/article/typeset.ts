import { quotationMarks } from '../../language/quotation-marks.ts';
import { typographicMarks } from '../markdown/typographic-marks.ts';

/**
 * Sets a field's text with the quotes, dashes and ellipses of its language, like the article's
 * text.
 */
export function typeset(text: string, language: string): string {
  if (!/["'.-]/u.test(text)) return text;
  const instead = typographicMarks(text, quotationMarks(language));
  if (instead.size === 0) return text;
  let result = '';
  for (let index = 0; index < text.length; index++) result += instead.get(index) ?? text[index];
  return result;
}
