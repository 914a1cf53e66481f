/** Data files of Jekyll, Hugo and Eleventy with one author or many. */
const dataFile =
  /(?:^|\/)(?:src\/|content\/)?_?data\/(?:authors?|writers)(?:\/(?<one>[^/]+))?\.(?:ya?ml|toml|json)$/u;
/** A file for each author: Hugo's taxonomy, collections of Jekyll, Eleventy and Astro. */
const ownFile =
  /(?:^|\/)(?:(?:src\/)?content\/(?:[\w-]+\/)?|_)(?:authors?|writers)\/(?<one>[^/]+?)(?:\/_?index(?:\.[\w-]+)?)?\.(?:md|markdown|ya?ml|json|toml)$/u;
/** Folders of generators that may hold such files, although they hold no articles. */
const folder = /^_(?:data|authors?|writers)$/u;

/** Whether a path with `/` is that of a file that describes authors. */
export function isAuthorFile(path: string): boolean {
  const own = ownFile.exec(path)?.groups?.['one'];
  return dataFile.test(path) || (own !== undefined && !/^_?index$/u.test(own));
}

/** The name of the file or folder of a single author; undefined for a file with several. */
export function keyOfAuthorFile(path: string): string | undefined {
  return (dataFile.exec(path) ?? ownFile.exec(path))?.groups?.['one'];
}

/** Whether a folder of this name may hold files of authors. */
export function mayHoldAuthors(name: string): boolean {
  return folder.test(name);
}
