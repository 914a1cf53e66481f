/** What a reader that failed is reported with. */
export function explainFailure(error: unknown): string {
  if (error instanceof RangeError && /call stack/iu.test(error.message))
    return 'its parts are nested too deeply to be read; simplify it, and import it again';
  return error instanceof Error ? error.message : String(error);
}
