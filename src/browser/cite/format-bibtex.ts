import { monthNames, partsOfDay } from './calendar-day.ts';
import type { Citation, CitedName } from './citation.ts';
import { citationKey } from './citation-key.ts';

/**
 * A BibTeX entry, for BibTeX itself and for biblatex. Letters of any script stay as they are
 * (LaTeX has read UTF-8 since 2018). A second pair of braces keeps capitals, and a name in one
 * piece. An address is read as it stands (`\url`).
 */
export function formatBibtex(citation: Citation): string {
  const { title, authors, translators, publication, published, accessed, url, language } =
    citation;
  const [year, month, day] = published === undefined ? [] : partsOfDay(published);
  const fields = {
    author: listNames(authors),
    title: `{${escapeTex(title)}}`,
    translator: listNames(translators),
    journal: publication && `{${escapeTex(publication)}}`,
    year,
    month: month && monthNames[month - 1]?.slice(0, 3).toLowerCase(),
    day,
    url: url.replace(/[{}\\]/g, encodeURIComponent),
    urldate: accessed,
    language,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || value === ''
      ? []
      : [`  ${name} = ${name === 'month' ? value : `{${value}}`},`],
  );
  return [`@article{${citationKey(citation)},`, ...lines, '}'].join('\n');
}

function listNames(names: readonly CitedName[]): string {
  return names
    .map(({ name, family, given }) =>
      family === undefined || given === undefined
        ? `{${escapeTex(name)}}`
        : `{${escapeTex(family)}}, ${escapeTex(given)}`,
    )
    .join(' and ');
}

/** BibTeX counts braces even behind a backslash: they have names. */
const texNames: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}^~$&#_%]/g, (sign) => texNames[sign] ?? `\\${sign}`);
}
