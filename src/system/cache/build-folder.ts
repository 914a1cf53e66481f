/**
 * The name of the hidden folder beside an output folder, with everything of a build that is not
 * published: `dist` -> `.dist-build`. It stays there, so that outputs can be recognised.
 */
export function buildFolderName(out: string): string {
  return `.${out}-build`;
}

/**
 * Whether a folder is the output of a build, or the files for hosts beside one. `names` are the names of
 * all entries beside it. Builds of one project may have several outputs.
 */
export function isOutputFolder(name: string, names: ReadonlySet<string>): boolean {
  return [name, name.replace(/-hosting$/u, '')].some((out) => names.has(buildFolderName(out)));
}
