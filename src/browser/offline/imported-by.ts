/** Addresses of the modules that a bundled script of the site names, now or on first use. */
export function importedBy(script: string, address: string): string[] {
  const names = [...script.matchAll(/["'`](\.\/[\w.-]+\.js)["'`]/gu)].map(([, name]) => name);
  return [...new Set(names)].map((name = '') => new URL(name, address).href);
}
