import type { Citation } from './citation.ts';
import type { CitationPart } from './citation-text.ts';
import { formatApa } from './format-apa.ts';
import { formatBibtex } from './format-bibtex.ts';
import { formatChicago } from './format-chicago.ts';
import { formatCslJson } from './format-csl-json.ts';
import { formatPlain } from './format-plain.ts';
import { formatRis } from './format-ris.ts';
import { formatWikipedia } from './format-wikipedia.ts';

export interface CitationFormat {
  /** A name that is the same in every language, or none. */
  readonly name?: string;
  /** Whether it is for programs, and not for people. */
  readonly isCode: boolean;
  readonly format: (citation: Citation, accessed: string) => readonly CitationPart[];
}

/** The ways in which an article can be cited, in the order in which they are offered. */
export const citationFormats: readonly CitationFormat[] = [
  { isCode: false, format: (citation, accessed) => [formatPlain(citation, accessed)] },
  { name: 'APA', isCode: false, format: formatApa },
  { name: 'Chicago', isCode: false, format: formatChicago },
  { name: 'BibTeX', isCode: true, format: (citation) => [formatBibtex(citation)] },
  { name: 'RIS', isCode: true, format: (citation) => [formatRis(citation)] },
  { name: 'CSL-JSON', isCode: true, format: (citation) => [formatCslJson(citation)] },
  { name: 'Wikipedia', isCode: true, format: (citation) => [formatWikipedia(citation)] },
];
