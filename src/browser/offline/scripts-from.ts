/**
 * The addresses of a bundled script and of all modules that it may load, at once or on first use.
 * Calls `textOf` once for the text of each.
 */
export async function scriptsFrom(
  address: string,
  textOf: (address: string) => Promise<string>,
  found = new Set<string>(),
): Promise<Set<string>> {
  if (found.has(address)) return found;
  found.add(address);
  const imported = importedBy(await textOf(address), address);
  await Promise.all(imported.map((other) => scriptsFrom(other, textOf, found)));
  return found;
}

/** Addresses of the modules that a bundled script imports, at once or on first use. */
export function importedBy(script: string, address: string): string[] {
  const names = [...script.matchAll(/["'`](\.\/[\w.-]+\.js)["'`]/gu)].map(([, name]) => name);
  return [...new Set(names)].map((name = '') => new URL(name, address).href);
}
