/**
 * The name of a file or folder (`a/b/`) of a store, if it is one. Names are lines of the lists that
 * `rclone` reads, so they contain no line feed.
 *
 * @throws {Error} for a path that is absolute or leads out of the store, and for control characters
 */
export function checkName(name: string): string {
  const parts = name.replace(/\/$/u, '').split('/');
  const isSafe = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (isSafe && !/[\p{Cc}\\]|^[a-z]:/iu.test(name)) return name;
  throw new Error(`expected the name of a file below the store, got ${JSON.stringify(name)}`);
}
