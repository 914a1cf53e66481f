/** Placeholder colours for pictures that are still loading. `styles/tones.css` has the same. */
export const tones = {
  black: [0x22, 0x22, 0x22],
  grey: [0x80, 0x80, 0x80],
  white: [0xdd, 0xdd, 0xdd],
  red: [0xa0, 0x30, 0x30],
  brown: [0x70, 0x50, 0x30],
  sand: [0xcc, 0xaa, 0x77],
  yellow: [0xdd, 0xbb, 0x33],
  green: [0x44, 0x77, 0x44],
  teal: [0x33, 0x88, 0x88],
  sky: [0x88, 0xbb, 0xdd],
  blue: [0x33, 0x55, 0x99],
  violet: [0x77, 0x44, 0x88],
} as const;

export type ToneName = keyof typeof tones;

/** Finds the nearest tone to a colour (channels from 0 to 255), weighted by the eye's sensitivity. */
export function nearestTone(red: number, green: number, blue: number): ToneName {
  const names = Object.keys(tones) as ToneName[];
  const distance = (name: ToneName) => {
    const [r, g, b] = tones[name];
    return 2 * (r - red) ** 2 + 4 * (g - green) ** 2 + 3 * (b - blue) ** 2;
  };
  return names.reduce((best, name) => (distance(name) < distance(best) ? name : best));
}
