/**
 * The custom properties of `src/site/styles/tokens.css` that a theme may set: a public contract, like
 * the names of components. `docs/guides/theme.md` says what each is for.
 */
export const themeTokens = {
  /** Each needs a value for light and dark: `light-dark(…, …)`. */
  colours: ['--paper', '--ink', '--quiet', '--hair', '--tint', '--mark', '--accent'],
  /** `--accent` is made from it: dark or light enough to be read. */
  brand: ['--brand'],
  fonts: ['--text-font', '--head-font', '--wordmark-font', '--ui-font'],
  /** The reader's settings multiply them. */
  sizes: ['--base', '--leading', '--measure', '--tracking'],
  /** Only to be used: they follow from the others and the reader's settings. */
  results: ['--text', '--line', '--half', '--column'],
} as const;
