/** Forms of pictures in a gallery: widths of a height of 100, each a rule of `galleries.css`. */
const ratios = [
  ...[40, 50, 56, 60, 67, 70, 75, 80, 90, 100, 110, 125, 133, 140, 150, 160, 178, 190],
  ...[200, 220, 240, 300],
] as const;

/** The class of the form that is nearest to that of a picture, so that rows of pictures are even. */
export function ratioClass(width: number, height: number): string {
  const distance = (ratio: number) => Math.abs(Math.log((ratio * height) / (width * 100)));
  const nearest = ratios.reduce((best, ratio) =>
    distance(ratio) < distance(best) ? ratio : best,
  );
  return `ratio-${nearest}`;
}
