/**
 * `--paper` of the light and the dark theme (`styles/tokens.css`): browsers surround a page with it,
 * and a logo must be seen on it.
 */
export const papers = { light: '#fdfcf9', dark: '#171614' } as const;
