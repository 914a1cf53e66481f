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
 * What is wrong with the file that a page shows, then the errors of all others, since they may be why
 * something is missing, and the warnings that no other page shows: those about the publication on
 * all pages, those about further files on pages that show no file of their own (`file` is undefined).
 */
export function toPreviewNotice(
  { preview }: ViewContext,
  file: string | undefined,
): PreviewNotice | undefined {
  if (preview === undefined) return undefined;
  const own = preview.problems.filter((problem) => problem.file === file);
  const others = preview.problems.filter((problem) => problem.file !== file);
  const hasNoPage = others.filter(({ subject }) => subject === 'file' && file === undefined);
  const isOld = file !== undefined && preview.standIns.includes(file);
  const part = (severity: 'error' | 'warning', title: string, problems: typeof own) => ({
    severity,
    title,
    problems: problems
      .filter((problem) => problem.severity === severity)
      .map(({ text }) => text),
  });
  const parts = [
    part(
      'error',
      isOld
        ? 'This file has mistakes. Below is the last version without any.'
        : 'This file has mistakes.',
      own,
    ),
    part('warning', 'Warnings', own),
    part(
      'error',
      file === undefined ? 'Files with mistakes' : 'Mistakes in other files',
      others,
    ),
    part(
      'warning',
      'Warnings about the publication',
      others.filter(({ subject }) => subject === 'publication'),
    ),
    part('warning', 'Warnings about files without a page', hasNoPage),
  ].filter(({ problems }) => problems.length > 0);
  return parts.length === 0 ? undefined : { parts };
}
