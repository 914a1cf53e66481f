/**
 * The address of a bundled script, and of all that it may load, now or on first use. `textOf`
 * gets the text of each, once.
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

/** Addresses of the modules that a bundled script of the site names, now or on first use. */
export function importedBy(script: string, address: string): string[] {
  const names = [...script.matchAll(/["'`](\.\/[\w.-]+\.js)["'`]/gu)].map(([, name]) => name);
  return [...new Set(names)].map((name = '') => new URL(name, address).href);
}
