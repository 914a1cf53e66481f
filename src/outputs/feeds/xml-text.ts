/** XML 1.0, section 2.2: characters that are invalid in any document, even as references. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/**
 * White space that feedsmith adds around a CDATA section, which some readers show in the headline.
 * No text matches: in HTML `<` is escaped, and other texts have no line breaks.
 */
const spaceAround = /(?<=>)\n\s*(?=<!\[CDATA\[)|(?<=\]\]>)\n\s*(?=<\/)/gu;

/** Removes characters that are invalid in XML. The result ends with a line break. */
export function toXmlText(xml: string): string {
  const text = xml.toWellFormed().replace(forbidden, '').replace(spaceAround, '');
  return `${text.trimEnd()}\n`;
}
