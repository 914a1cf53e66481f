/** The reason to report when a reader throws. */
export function explainFailure(error: unknown): string {
  if (error instanceof RangeError && /call stack/iu.test(error.message))
    return 'it is nested too deeply; simplify it and import it again';
  if (!(error instanceof Error)) return String(error);
  const { code, path = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' && path.includes('\uFFFD'))
    return 'its name is not UTF-8; rename it and import it again';
  if (code === 'EACCES') return 'permission denied; make it readable and import it again';
  return error.message;
}
