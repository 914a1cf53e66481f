const long = process.env['LONG_TESTS'] === '1';

/** How many random inputs a test tries: `max` of them in `npm run test:long`. */
export function rounds(usual: number, max: number): number {
  return long ? max : usual;
}
