import type { Citation } from './citation.ts';

/**
 * A record of the RIS format, type NEWS (RefMan specification of 2011): a tag, two spaces, a
 * dash and a space before each value, dates as `YYYY/MM/DD`. A comma parts a family's name from
 * the given one, so one within a name that stands in one piece is taken out.
 */
export function formatRis(citation: Citation): string {
  const { title, authors, translators, publication, published, accessed, url, language } =
    citation;
  const nameOf = ({ name, family, given }: Citation['authors'][number]) =>
    family === undefined || given === undefined
      ? name.replace(/\s*,\s*/g, ' ')
      : `${family}, ${given}`;
  const date = (day: string) => day.replaceAll('-', '/');
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', 'NEWS'],
    ...authors.map((name) => ['AU', nameOf(name)] as const),
    ['TI', title],
    ['T2', publication],
    ['DA', published && date(published)],
    ['PY', published?.slice(0, 4)],
    ...translators.map((name) => ['A4', nameOf(name)] as const),
    ['LA', language],
    ['UR', url],
    ['Y2', date(accessed)],
  ];
  return [
    ...lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}`] : [])),
    'ER  - ',
  ].join('\n');
}
