import {
  hostLimits,
  type Limit,
  type LimitKind,
  limitKinds,
  limitsOf,
  lookedUp,
} from '../../src/hosting/hosts/host-limits.ts';

/** The table of limits in docs/guides/hosting.md. */
export function formatHostLimits(): string {
  const rows = Object.keys(hostLimits).map((name) => {
    const { label = '', limits = {}, note } = limitsOf(name) ?? {};
    const bySource = Map.groupBy(
      Object.entries(limits) as [LimitKind, Limit][],
      ([, { source }]) => source,
    );
    const cells = [...bySource].map(
      ([source, own]) =>
        `${own.map(([kind, { max }]) => formatLimit(kind, max)).join(', ')} ([source](${source}))`,
    );
    return `| \`${name}\` | ${label} | ${[...cells, note ?? []].flat().join('; ')} |`;
  });
  return [
    `| Name | Host | Limits, looked up on ${lookedUp} |`,
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** `20,000 files`, `25 MiB of a file`, `1 GB` */
function formatLimit(kind: LimitKind, max: number): string {
  const unit = limitKinds[kind];
  const whole = units.find(([, size]) => max % size === 0);
  if (!/^bytes\b/u.test(unit) || whole === undefined || kind === 'pathBytes')
    return `${max.toLocaleString('en')} ${unit}`;
  return `${max / whole[1]} ${whole[0]}${unit.slice('bytes'.length)}`;
}

const units = [
  ['GB', 1e9],
  ['MiB', 1024 ** 2],
  ['MB', 1e6],
  ['KiB', 1024],
] as const;
