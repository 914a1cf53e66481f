import { type BundledScripts, bundleScripts } from './bundle-scripts.ts';

let known: Promise<BundledScripts> | undefined;

/** The scripts of the reader's browser: bundled once a build, anew for each page of a preview. */
export async function loadScripts(): Promise<BundledScripts> {
  if (!known || !import.meta.env.PROD) known = bundleScripts(process.cwd());
  return known;
}
