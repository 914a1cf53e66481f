import { StoreError } from './store-error.ts';

/** A folder of a bucket. */
export interface S3Address {
  readonly bucket: string;
  /** Without `/` at its ends; may be empty. */
  readonly path: string;
}

const form = 'a folder, or s3://BUCKET/PATH';

/**
 * The bucket and the path of `s3://BUCKET/PATH`; undefined for the path of a folder. The form of the
 * bucket is that of Amazon, with the capitals and underscores of old buckets.
 *
 * @throws {StoreError} for an address of another kind, or with credentials, which it does not repeat
 */
export function parseS3Address(store: string): S3Address | undefined {
  const [, scheme, rest = ''] = /^([a-z][\w+.-]+):\/\/(.*)$/isu.exec(store) ?? [];
  if (scheme === undefined) return undefined;
  if (/^[^/]*@/u.test(rest))
    throw new StoreError(
      `expected ${form} without credentials; set these as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`,
    );
  const got = `got ${JSON.stringify(store)}`;
  if (scheme.toLowerCase() !== 's3')
    throw new StoreError(
      `expected ${form}, ${got}; other stores have an S3 address too (set AWS_ENDPOINT_URL), or can be mounted as a folder`,
    );
  const [bucket = '', ...parts] = rest.replace(/\/+$/u, '').split('/');
  if (!/^[\da-z][\w.-]{1,253}[\da-z]$/iu.test(bucket))
    throw new StoreError(`expected s3://BUCKET/PATH with the name of a bucket, ${got}`);
  const isPath = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (!isPath || /\p{Cc}/u.test(rest))
    throw new StoreError(`expected s3://BUCKET/PATH with a plain path, ${got}`);
  return { bucket, path: parts.join('/') };
}
