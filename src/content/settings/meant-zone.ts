import { meantBy } from '../fields/nearest-value.ts';

/** What to write in place of a wrong time zone: the nearest one, or the one of its city (`Seoul`). */
export function meantZone(wrong: string): { readonly cure?: string } {
  const zones = Intl.supportedValuesOf('timeZone');
  const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  const city = wrong.replaceAll('_', ' ').toLowerCase();
  const ofCity = zones.find((zone) => cityOf(zone).toLowerCase() === city);
  return meantBy(ofCity ?? wrong, zones);
}
