/** XML 1.0, section 2.2: characters that no document may hold, not even as references. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** XML without what XML forbids, ending in a line end. */
export function toXmlText(xml: string): string {
  return `${xml.toWellFormed().replace(forbidden, '').trimEnd()}\n`;
}
