import type { ViewContext } from './view-context.ts';

/** The problems that the dev preview shows on a page, in English like all problems. */
export interface PreviewNotice {
  readonly parts: readonly {
    readonly severity: 'error' | 'warning';
    readonly title: string;
    readonly problems: readonly string[];
  }[];
}

/**
 * The problems of the page's file, then the errors of all other files, since they may be why
 * something is missing, then the warnings that belong to no page: those about the publication on
 * all pages, those about other files on pages without a file (`file` is undefined).
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
