/** Names that a content folder ignores, such as the swap files of editors. */
const ignored = /(?:^|[\\/])(?:[_.][^\\/]*|node_modules|[^\\/]*~)(?:[\\/]|$)/u;

/** Whether what is at a path of a content folder, or below it, is not looked at. */
export function isIgnored(path: string): boolean {
  return ignored.test(path);
}
