/** Settings of `rclone` that a user may set for a store. Others would change which files it moves. */
const allowed =
  /^RCLONE_(?:S3_\w+|BWLIMIT|TPSLIMIT|TRANSFERS|CHECKERS|CA_CERT|BIND|USER_AGENT)$/u;

/**
 * The environment of `rclone`. The credentials and the endpoint are those of the usual variables of
 * Amazon's own tools; they are never in arguments, which other users of the machine can read. An
 * `RCLONE_S3_…` variable takes precedence.
 */
export function rcloneEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { AWS_CA_BUNDLE, ...others } = env;
  const kept = Object.entries(others).filter(
    ([name]) => !name.toUpperCase().startsWith('RCLONE_') || allowed.test(name),
  );
  const endpoint =
    env['RCLONE_S3_ENDPOINT'] || env['AWS_ENDPOINT_URL_S3'] || env['AWS_ENDPOINT_URL'];
  const region = env['AWS_REGION'] || env['AWS_DEFAULT_REGION'];
  return {
    RCLONE_S3_ENV_AUTH: 'true',
    RCLONE_S3_PROVIDER: providerOf(endpoint),
    ...(endpoint ? { RCLONE_S3_ENDPOINT: endpoint } : {}),
    ...(region ? { RCLONE_S3_REGION: region } : {}),
    // A bucket is created by a person, with its region and rights.
    RCLONE_S3_NO_CHECK_BUCKET: 'true',
    // The server compares the checksum of each upload.
    RCLONE_S3_NO_HEAD: 'true',
    RCLONE_TRANSFERS: '32',
    RCLONE_CHECKERS: '32',
    // rclone 1.60 fails with AWS_CA_BUNDLE.
    ...(AWS_CA_BUNDLE ? { RCLONE_CA_CERT: AWS_CA_BUNDLE } : {}),
    ...Object.fromEntries(kept.filter(([, value]) => value !== '')),
  };
}

/** The values that must never be printed. */
export function secretsIn(env: NodeJS.ProcessEnv): string[] {
  const isSecret = /KEY|SECRET|TOKEN|PASSWORD|CREDENTIAL/iu;
  return Object.entries(env).flatMap(([name, value = '']) =>
    /^(?:AWS|RCLONE_S3)_/iu.test(name) && isSecret.test(name) && value.length > 3
      ? [value]
      : [],
  );
}

/** The kind of server, in which details of the protocol differ. */
function providerOf(endpoint: string | undefined): string {
  if (!endpoint || /\bamazonaws\.com/iu.test(endpoint)) return 'AWS';
  if (/\br2\.cloudflarestorage\.com/iu.test(endpoint)) return 'Cloudflare';
  if (/\bdigitaloceanspaces\.com/iu.test(endpoint)) return 'DigitalOcean';
  if (/\bwasabisys\.com/iu.test(endpoint)) return 'Wasabi';
  return 'Other';
}
