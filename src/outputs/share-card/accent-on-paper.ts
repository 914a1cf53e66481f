/** Of the card: the light theme's (`styles/tokens.css`). */
export const cardColours = {
  paper: '#fdfcf9',
  ink: '#1b1a18',
  quiet: '#56524a',
  hair: '#ddd8ce',
  tint: '#f4f1ea',
} as const;

/** WCAG 2.2, success criterion 1.4.3. */
const readable = 4.5;

/** `#rrggbb`, made darker until it can be read on the card's paper. */
export function accentOnPaper(accent: string): string {
  let channels = channelsOf(accent);
  while (contrast(channels, channelsOf(cardColours.paper)) < readable)
    channels = channels.map((value) => Math.floor(value * 0.95));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function contrast(dark: readonly number[], light: readonly number[]): number {
  return (luminance(light) + 0.05) / (luminance(dark) + 0.05);
}

function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
