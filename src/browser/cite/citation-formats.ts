import type { Citation, CitationPart } from './citation.ts';
import { formatBibtex, formatCslJson, formatRis, formatWikipedia } from './citation-records.ts';
import { formatApa, formatChicago, formatPlain } from './citation-styles.ts';

export interface CitationFormat {
  /** A name that is the same in every language; absent for plain text. */
  readonly name?: string;
  /** Whether it is for programs rather than people. */
  readonly isCode: boolean;
  readonly format: (citation: Citation, accessed: string) => readonly CitationPart[];
}

/** The formats in which an article can be cited, in the order of the dialog. */
export const citationFormats: readonly CitationFormat[] = [
  { isCode: false, format: (citation, accessed) => [formatPlain(citation, accessed)] },
  { name: 'APA', isCode: false, format: formatApa },
  { name: 'Chicago', isCode: false, format: formatChicago },
  { name: 'BibTeX', isCode: true, format: (citation) => [formatBibtex(citation)] },
  { name: 'RIS', isCode: true, format: (citation) => [formatRis(citation)] },
  { name: 'CSL-JSON', isCode: true, format: (citation) => [formatCslJson(citation)] },
  { name: 'Wikipedia', isCode: true, format: (citation) => [formatWikipedia(citation)] },
];
