/** An address of a feed's text: whole and harmless, harmful, or without the base it needs. */
export interface Link {
  readonly kind: 'good' | 'harmful' | 'relative';
  readonly address: string;
}

/** Schemes that a reader may follow. */
const followed = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Makes an address whole against a base; control characters in it are those of an attack. */
export function createLink(written: string, base: string | undefined): Link {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them within a scheme.
  const address = written.replace(/[\u0000-\u001f\u007f]/gu, '').trim();
  const whole = URL.parse(address, base);
  if (whole !== null)
    return followed.has(whole.protocol)
      ? { kind: 'good', address: whole.href }
      : { kind: 'harmful', address };
  const hasScheme = /^[a-z][a-z0-9+.-]*:/iu.test(address);
  return { kind: hasScheme ? 'harmful' : 'relative', address };
}
