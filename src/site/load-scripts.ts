import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BundledScripts, bundleScripts } from './bundle-scripts.ts';

let known: { readonly state: string; readonly scripts: Promise<BundledScripts> } | undefined;

/** The scripts of the reader's browser: bundled once a build; in the live preview, when one changed. */
export async function loadScripts(): Promise<BundledScripts> {
  const preview = !import.meta.env.PROD;
  const state = preview ? stateOf(resolve('src/browser')) : '';
  if (known?.state !== state)
    known = { state, scripts: bundleScripts(process.cwd(), { preview }) };
  return known.scripts;
}

/** Differs when a file below a folder was written, added or removed. */
function stateOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => statSync(resolve(parentPath, name)).mtimeMs)
    .join();
}
