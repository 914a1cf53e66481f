import { createHash } from 'node:crypto';

/** The namespace of Dateline's identities: drawn once, and never to change. */
export const identityNamespace = '6f0c2a4e-3b7d-4c19-9d52-8e1a7b5f3c60';

/**
 * The UUID that a name has in a namespace, itself a UUID (RFC 9562, section 5.5: version 5,
 * SHA-1). The name counts as UTF-8 in NFC, so that an address typed on another system is the same.
 */
export function nameUuid(name: string, namespace: string = identityNamespace): string {
  const bytes = createHash('sha1')
    .update(namespace.replaceAll('-', ''), 'hex')
    .update(name.normalize('NFC'))
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
