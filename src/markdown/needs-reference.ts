export function needsReference(_source: string): boolean {
  return false;
}
