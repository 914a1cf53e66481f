import { type BundledScripts, bundleScripts } from './bundle-scripts.ts';

let known: Promise<BundledScripts> | undefined;

/** The scripts of the reader's browser: bundled once a build, anew for each page of a preview. */
export async function loadScripts(): Promise<BundledScripts> {
  const preview = !import.meta.env.PROD;
  if (!known || preview) known = bundleScripts(process.cwd(), { preview });
  return known;
}
