import type { Credit } from './credit.ts';

/** Formats a credit as a line for `parseCreditLine`: `“TITLE” by CREATOR via SOURCE / LICENCE`. */
export function formatWrittenCredit({ title, creator, source, licence }: Credit): string {
  const by = title === undefined ? creator : `“${title}” by ${creator ?? source ?? ''}`;
  const names = creator === undefined || source === undefined ? by : `${by} via ${source}`;
  return [names ?? source, licence].filter((part) => part !== undefined).join(' / ');
}
