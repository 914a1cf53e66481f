import type { PublicationSettings } from '../../content/settings/publication-settings.ts';

/**
 * What a publication's theme changes of the tokens (`styles/tokens.css`), as a rule of CSS;
 * undefined where it changes nothing. Colours and names of fonts are checked already.
 */
export function toThemeCss({
  accent,
  fonts,
}: PublicationSettings['theme']): string | undefined {
  const tokens = [
    ...(accent === undefined ? [] : [`--brand:${accent}`]),
    ...(fonts?.text === undefined ? [] : [`--own-text:"${fonts.text}",var(--serif)`]),
    ...(fonts?.furniture === undefined
      ? []
      : [`--own-furniture:"${fonts.furniture}",var(--sans)`]),
  ];
  return tokens.length === 0 ? undefined : `:root{${tokens.join(';')}}`;
}
