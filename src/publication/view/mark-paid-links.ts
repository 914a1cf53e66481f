/**
 * Marks the links of a paid text to other sites, so that search engines do not take them for
 * recommendations (Google, "Qualify your outbound links": `rel="sponsored"`). `html` is sanitised:
 * its links to other sites begin their `rel` with `external`.
 */
export function markPaidLinks(html: string): string {
  return html.replaceAll(/(<a\s(?:"[^"]*"|[^">])*?rel="external[^"]*)"/gu, '$1 sponsored"');
}
