/** Formats an exponent of growth with two decimals, never as `-0.00`; `?` if unknown. */
export function formatExponent(exponent: number | undefined): string {
  return exponent?.toFixed(2).replace(/^-(?=0\.00$)/u, '') ?? '?';
}
