/** Endings of texts that are no copies, and what to do with such a file. */
const foreign: readonly (readonly [ending: RegExp, cure: (path: string) => string])[] = [
  [
    /\.(?:markdown|mdown|mdwn|mkdn?|mkdown|mdtxt|mdtext)$/iu,
    (path) => `rename it to ${path.replace(/\.[^.]+$/u, '.md')}`,
  ],
  [
    /\.(?:mdx|mdoc|[qr]md)$/iu,
    (path) =>
      `rename it to ${path.replace(/\.[^.]+$/u, '.md')}, and write Markdown in place of components and code`,
  ],
  [
    /\.(?:x?html?|rst|adoc|asciidoc|org|textile|tex|ipynb)$/iu,
    () =>
      'make a copy of it, such as by `npm run import -- FILE`, or move it out of the folder',
  ],
];

/** What to do with a file that looks like an article, and is passed over by its ending. */
export function cureOfForeignText(path: string): string | undefined {
  return foreign.find(([ending]) => ending.test(path))?.[1](path);
}
