import { paper } from './manifest.ts';

/** `--paper` of the light and the dark theme (`styles/tokens.css`): browsers surround a page with it. */
export const papers = { light: paper, dark: '#171614' } as const;
