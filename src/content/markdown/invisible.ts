/**
 * A character that nobody sees. Default_Ignorable_Code_Point covers joiners, fillers and variation
 * selectors (UAX #44).
 */
export const invisible = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;
const visible = /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;

export function isVisible(text: string): boolean {
  return visible.test(text);
}
