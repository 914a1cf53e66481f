const long = process.env['LONG_TESTS'] === '1';

/** How many inputs a test tries, or which: `max` in `npm run test:long`. */
export function rounds<T = number>(usual: T, max: T): T {
  return long ? max : usual;
}
