import type { Summary } from './summarise.ts';

const wanted = 10_000;

/** Builds of the corpus: all except those of the sample and of the live preview. */
export function selectBuilds(summaries: readonly Summary[]): Summary[] {
  return summaries.filter(({ tool }) => tool !== 'sample' && tool !== 'dev');
}

/** The size for goals and chart: 10,000 articles if measured, otherwise the largest. */
export function toSubjectSize(summaries: readonly Summary[]): number {
  const sizes = selectBuilds(summaries).map(({ articles }) => articles);
  return sizes.includes(wanted) ? wanted : Math.max(0, ...sizes);
}
