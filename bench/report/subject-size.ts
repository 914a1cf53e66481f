import type { Summary } from './summarise.ts';

const wanted = 10_000;

/** Builds of the corpus: all but those of the sample, and the live preview. */
export function selectBuilds(summaries: readonly Summary[]): Summary[] {
  return summaries.filter(({ tool }) => tool !== 'sample' && tool !== 'dev');
}

/** The size that goals and chart are about: 10,000 articles where measured, else the largest. */
export function toSubjectSize(summaries: readonly Summary[]): number {
  const sizes = selectBuilds(summaries).map(({ articles }) => articles);
  return sizes.includes(wanted) ? wanted : Math.max(0, ...sizes);
}
