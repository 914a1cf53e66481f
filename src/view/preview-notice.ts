import type { ViewContext } from './view-context.ts';

/** What the live preview tells on a page of what is wrong, in English as all problems are. */
export interface PreviewNotice {
  readonly parts: readonly {
    readonly severity: 'error' | 'warning';
    readonly title: string;
    readonly problems: readonly string[];
  }[];
}

/**
 * What is wrong with the file that a page shows, then the errors of all others: they may be why
 * something is missing. `file` is undefined for a page that shows no file of its own.
 */
export function toPreviewNotice(
  { preview }: ViewContext,
  file: string | undefined,
): PreviewNotice | undefined {
  if (preview === undefined) return undefined;
  const isOwn = (problem: { readonly file: string }) => problem.file === file;
  const of = (severity: 'error' | 'warning', own: boolean) =>
    preview.problems
      .filter((problem) => problem.severity === severity && isOwn(problem) === own)
      .map(({ text }) => text);
  const isOld = file !== undefined && preview.standIns.includes(file);
  const parts = [
    {
      severity: 'error' as const,
      title: isOld
        ? 'This file has a mistake. Below is the last version without one.'
        : 'This file has a mistake.',
      problems: of('error', true),
    },
    { severity: 'warning' as const, title: 'Warnings', problems: of('warning', true) },
    {
      severity: 'error' as const,
      title: file === undefined ? 'Files with mistakes' : 'Mistakes in other files',
      problems: of('error', false),
    },
  ].filter(({ problems }) => problems.length > 0);
  return parts.length === 0 ? undefined : { parts };
}
