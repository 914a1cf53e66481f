import type { HostName } from '../../content/settings/host-names.ts';
import {
  hostLimits,
  type Limit,
  type LimitKind,
  limitKinds,
  limitsOf,
  lookedUp,
} from './host-limits.ts';
import type { SiteFigures } from './measure-site.ts';
import { formatAmount, suggestSettings } from './suggest-settings.ts';

/** A limit that a site has passed, or is about to. */
export interface LimitFinding {
  readonly kind: LimitKind;
  readonly value: number;
  readonly max: number;
  readonly isPassed: boolean;
  /** What the site has and what the host takes, with the source. */
  readonly message: string;
  /** Which settings bring the site below the limit, with what it would have then. */
  readonly cure: string;
}

/** The part of a limit from which it is reported. */
const nearPart = 0.9;

/** They do not grow with the site: the build keeps them below the usual limits. */
const fixedKinds: readonly LimitKind[] = ['headerRules', 'headerLength'];

/** Compares a site with the limits of a host. The result is empty if it is well below all of them. */
export function checkLimits(figures: SiteFigures, host: HostName): LimitFinding[] {
  const limits = limitsOf(host)?.limits ?? {};
  return (Object.keys(limitKinds) as LimitKind[]).flatMap((kind) => {
    const limit = limits[kind];
    const value = figures.values[kind];
    return limit && value !== undefined ? judge(figures, host, { kind, value, ...limit }) : [];
  });
}

type Measured = Limit & { readonly kind: LimitKind; readonly value: number };

function judge(figures: SiteFigures, host: HostName, measured: Measured): LimitFinding[] {
  const { kind, value, max, source } = measured;
  const withoutRule = kind === 'redirects' ? value - figures.redirectRules : 0;
  const isPassed = value > max || withoutRule > 0;
  if (!isPassed && (value < max * nearPart || fixedKinds.includes(kind))) return [];
  const place = figures.at[kind];
  const at = place === undefined ? '' : `: ${place}`;
  const said = isPassed
    ? `expected at most ${amount(max, kind)} for ${host}, got ${number(value)}${at}`
    : `${amount(value, kind)}, ${Math.floor((value / max) * 100)} % of what ${host} takes${at}`;
  const cures = [
    withoutRule > 0
      ? `${number(withoutRule)} have no rule there; old addresses of pages redirect by their pages`
      : (fixedCures[kind] ??
        settingsFor(figures, kind, isPassed ? max : Math.ceil(max * nearPart) - 1)),
    ...otherPlans(host, kind, value),
  ];
  return [
    {
      ...{ kind, value, max, isPassed },
      message: `${said} (${source}, looked up on ${lookedUp})`,
      cure: cures.join('; '),
    },
  ];
}

const fixedCures: Readonly<Partial<Record<LimitKind, string>>> = {
  folderFiles: 'use fewer pictures, or `extras` without `card`',
  fileBytes: 'publish this file elsewhere, and link to it',
  pathBytes: 'give it a shorter `slug`',
  redirects: 'further old addresses have no rule there; those of pages redirect by their pages',
  routes: 'use fewer `aliases`',
  headerLength: 'use fewer origins in `images: {remote: […]}`',
};

function settingsFor(figures: SiteFigures, kind: LimitKind, max: number): string {
  const { files = 0, entries = 0 } = figures.values;
  if (kind === 'bytes') return suggestSettings(figures, 'bytes', max);
  // No setting saves folders, as far as is known here.
  return suggestSettings(figures, 'files', kind === 'entries' ? max - (entries - files) : max);
}

/** Other plans of the host that take a site with this value. */
function otherPlans(host: HostName, kind: LimitKind, value: number): string[] {
  return Object.entries(hostLimits).flatMap(([name, { limits }]) => {
    const { max } = (limits as Readonly<Partial<Record<LimitKind, Limit>>>)[kind] ?? { max: 0 };
    return name.startsWith(`${host}-`) && max > value
      ? [`${name} takes ${amount(max, kind)}`]
      : [];
  });
}

function amount(value: number, kind: LimitKind): string {
  if (kind === 'bytes' && value >= 1e6) return formatAmount(value, 'bytes');
  return `${number(value)} ${limitKinds[kind]}`;
}

/** `20,000` */
function number(value: number): string {
  return value.toLocaleString('en');
}
