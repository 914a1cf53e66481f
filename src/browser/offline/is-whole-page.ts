/** Whether an answer is a page that can stand for its address: no error, no part, not moved. */
export function isWholePage({ status, redirected, headers }: Response): boolean {
  return (
    status === 200 && !redirected && /^text\/html\b/u.test(headers.get('content-type') ?? '')
  );
}
