/** An exponent of growth to hundredths, never `-0.00`; `?` where it is unknown. */
export function formatExponent(exponent: number | undefined): string {
  return exponent?.toFixed(2).replace(/^-(?=0\.00$)/u, '') ?? '?';
}
