import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkName } from './check-name.ts';
import { openFolder } from './open-folder.ts';
import { parseS3Address } from './s3-address.ts';
import { openS3Store } from './s3-store.ts';
import type { Store } from './store.ts';

/**
 * Opens a store: a folder that all machines see, or `s3://BUCKET/PATH`. Without one it is the cache.
 * Creates a missing folder, and checks that the store can be read and written.
 *
 * @throws {StoreError} with what to correct
 */
export async function openStore(store: string | undefined, cacheDir: string): Promise<Store> {
  if (store === undefined) return folderStore(resolve(cacheDir));
  const address = parseS3Address(store);
  if (address === undefined) return folderStore(resolve(store));
  const folder = resolve(cacheDir);
  await openFolder(folder, 'CACHE_DIR');
  return openS3Store(address, folder);
}

async function folderStore(folder: string): Promise<Store> {
  await openFolder(folder, 'STORE');
  const nothing = { files: 0, bytes: 0 };
  const check = async (names: Iterable<string>) => {
    for (const name of names) checkName(name);
  };
  return {
    folder,
    pull: check,
    push: check,
    remove: async (names) => {
      for (const name of names)
        await rm(resolve(folder, checkName(name)), { recursive: true, force: true });
    },
    traffic: () => ({ received: nothing, sent: nothing }),
  };
}
