/**
 * `--paper` of the light and the dark theme (`styles/tokens.css`). Browsers use it around a page,
 * and a logo must be visible on it.
 */
export const papers = { light: '#fdfcf9', dark: '#171614' } as const;
