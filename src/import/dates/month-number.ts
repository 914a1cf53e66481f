const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The number of a month by its English name or the beginning of it, 1 to 12; 0 for no month. */
export function monthNumber(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}
