import type { PublicationSettings } from '../../content/settings/publication-settings.ts';

/**
 * The design tokens (`styles/tokens.css`) that a publication's theme overrides, as a CSS rule.
 * Undefined if it overrides none. Colours and font names are already validated.
 */
export function toThemeCss({
  accent,
  fonts,
}: PublicationSettings['theme']): string | undefined {
  const tokens = [
    ...(accent === undefined ? [] : [`--brand:${accent}`]),
    ...(fonts?.text === undefined ? [] : [`--own-text:"${fonts.text}",var(--serif)`]),
    ...(fonts?.interface === undefined
      ? []
      : [`--own-interface:"${fonts.interface}",var(--sans)`]),
  ];
  return tokens.length === 0 ? undefined : `:root{${tokens.join(';')}}`;
}
