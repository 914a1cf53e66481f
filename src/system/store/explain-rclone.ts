import { StoreError } from './store-error.ts';

/**
 * What `rclone` reports, what it means and what to do, and the code of the system if the next run may
 * not have it. The first row that matches counts.
 */
const reasons: readonly (readonly [RegExp, string, string?])[] = [
  [
    /NoCredentialProviders|failed to (?:refresh|retrieve) cached credentials|no EC2 IMDS role/iu,
    'no credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or give the machine a role',
  ],
  [
    /InvalidAccessKeyId/iu,
    'the server does not know the access key; correct AWS_ACCESS_KEY_ID, and AWS_ENDPOINT_URL if it is not a bucket of Amazon',
  ],
  [/SignatureDoesNotMatch/iu, 'the secret key is wrong; correct AWS_SECRET_ACCESS_KEY'],
  [
    /ExpiredToken|TokenRefreshRequired/iu,
    'the credentials have expired; get new ones',
    'EAGAIN',
  ],
  [/RequestTimeTooSkewed/iu, 'the clock of this machine is wrong; correct it'],
  [
    /NoSuchBucket|directory not found/iu,
    'the bucket does not exist; create it, or correct its name',
  ],
  [
    /AccessDenied|AllAccessDisabled|\b403\b|Forbidden/iu,
    'access is denied; allow s3:ListBucket for the bucket, and s3:GetObject, s3:PutObject and s3:DeleteObject for its objects',
  ],
  [
    /PermanentRedirect|AuthorizationHeaderMalformed|IncorrectEndpoint|BucketRegionError/iu,
    'the bucket is in another region; set AWS_REGION to it',
  ],
  [
    /no space left on device|disk quota exceeded/iu,
    'the disk of CACHE_DIR is full; make room',
    'ENOSPC',
  ],
  [
    /x509|certificate/iu,
    'the certificate of the server is not trusted; set RCLONE_CA_CERT to the file of your authority',
  ],
  [
    /no such host|connection refused|network is unreachable|i\/o timeout|TLS handshake|connection reset|\bEOF\b/iu,
    'the server cannot be reached; check the network and AWS_ENDPOINT_URL',
    'ETIMEDOUT',
  ],
  [
    /SlowDown|ServiceUnavailable|InternalError|\b50[0-4]\b/iu,
    'the server is overloaded or out of order; run the command again later',
    'EAGAIN',
  ],
  [
    /corrupted on transfer/iu,
    'the checksum of a file differs after the transfer; for a bucket that encrypts with KMS set RCLONE_S3_SERVER_SIDE_ENCRYPTION=aws:kms',
  ],
];

/**
 * The reason of a failed `rclone` with its cure, then what it reported itself, on one line and without
 * secrets. `stalled`: it was ended, because it did not move anything for so many seconds.
 */
export function explainRclone(
  report: string,
  secrets: readonly string[],
  stalled?: number,
): StoreError {
  const [, known, code] = reasons.find(([pattern]) => pattern.test(report)) ?? [];
  const plain = withoutSecrets(report, secrets).replace(/\s+/gu, ' ').trim().slice(0, 300);
  const own = plain === '' ? 'rclone reports no reason' : `rclone: ${plain}`;
  const reason = known === undefined ? own : `${known} (${own})`;
  return stalled === undefined
    ? new StoreError(reason, code)
    : new StoreError(`no progress in ${stalled} seconds; ${reason}`, code ?? 'ETIMEDOUT');
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  let plain = text.replace(/\/\/[^\s/@"]+@/gu, '//…@');
  for (const secret of secrets) plain = plain.replaceAll(secret, '…');
  return plain.replace(/(X-Amz-(?:Signature|Credential|Security-Token)=)[^&\s"]+/giu, '$1…');
}
