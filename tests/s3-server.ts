import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  hasHostingPackages,
  hasRclone,
  hostingPackages,
} from '../src/commands/test-programs.mjs';
import { temporaryFolder } from './temporary-folder.ts';
import { projectRoot } from './test-site.ts';

/** An S3 server of this machine, until the test ends. */
export interface S3Server {
  readonly bucket: string;
  /** The variables that lead to it, for `process.env` or for a command. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Starts an S3 server with one bucket, which checks signatures. Without `rclone` or the server it skips
 * the test, or throws if `CI=true`.
 */
export async function s3ServerOrSkip(t: TestContext): Promise<S3Server | undefined> {
  const missing = !hasRclone()
    ? 'rclone'
    : hasHostingPackages(projectRoot)
      ? undefined
      : 'tests/hosting/packages';
  if (missing !== undefined) {
    const message = `no ${missing}: run "node src/commands/set-up.mjs --browser"`;
    if (process.env['CI'] === 'true') throw new Error(message);
    t.skip(message);
    return undefined;
  }
  const require = createRequire(join(hostingPackages(projectRoot), 'package.json'));
  const module = await import(pathToFileURL(require.resolve('@20minutes/s3rver')).href);
  const Server = (module.default ?? module) as new (options: object) => Server;
  const bucket = 'news';
  const server = new Server({
    ...{ address: '127.0.0.1', port: 0, silent: true },
    directory: await temporaryFolder(t),
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  listAllFolders(server.store);
  const { port } = await server.run();
  t.after(() => server.close());
  return {
    bucket,
    env: {
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      // Or a machine without credentials would be asked for its role.
      AWS_EC2_METADATA_DISABLED: 'true',
      // No other machine is ever asked.
      ...{ HTTP_PROXY: '', HTTPS_PROXY: '', http_proxy: '', https_proxy: '' },
    },
  };
}

interface Server {
  readonly store: ServerStore;
  readonly run: () => Promise<{ readonly port: number }>;
  readonly close: () => Promise<void>;
}

interface ServerStore {
  listObjects: (bucket: string, options: Listing) => Promise<Listed>;
}

interface Listing {
  readonly delimiter?: string;
  readonly maxKeys?: number;
  readonly prefix?: string;
}

interface Listed {
  readonly objects: readonly { readonly key: string }[];
  readonly commonPrefixes: readonly string[];
}

/** The server leaves folders out of a list that contain only folders. Groups the list of all names instead. */
function listAllFolders(store: ServerStore): void {
  const list = store.listObjects.bind(store);
  store.listObjects = async (bucket, { delimiter, maxKeys: _, ...options }) => {
    const all = await list(bucket, options);
    if (!delimiter) return all;
    const { prefix = '' } = options;
    const folderOf = ({ key }: { readonly key: string }) => {
      const end = key.indexOf(delimiter, prefix.length);
      return end === -1 ? [] : [key.slice(0, end + 1)];
    };
    return {
      ...all,
      objects: all.objects.filter((object) => folderOf(object).length === 0),
      commonPrefixes: [...new Set(all.objects.flatMap(folderOf))].sort(),
    };
  };
}
