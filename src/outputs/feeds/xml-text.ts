/** XML 1.0, section 2.2: characters that no document may hold, not even as references. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/**
 * Space that feedsmith sets around a CDATA section: some readers take it for a part of the headline.
 * No text can look like it: a `<` in HTML is an escape, and all else has no line ends.
 */
const spaceAround = /(?<=>)\n\s*(?=<!\[CDATA\[)|(?<=\]\]>)\n\s*(?=<\/)/gu;

/** XML without what XML forbids, ending in a line end. */
export function toXmlText(xml: string): string {
  const text = xml.toWellFormed().replace(forbidden, '').replace(spaceAround, '');
  return `${text.trimEnd()}\n`;
}
