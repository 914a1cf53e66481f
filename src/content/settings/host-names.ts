/**
 * Names of hosts, as `hosting.host` in `publication.yaml` and `build --host` take them. A host whose
 * plans have different limits has a name for each. `src/hosting/hosts/host-limits.ts` has the limits.
 */
export const hostNames = [
  ...(['azure-static-web-apps', 'azure-static-web-apps-standard'] as const),
  ...(['cloudflare-pages', 'cloudflare-pages-paid'] as const),
  ...(['cloudflare-workers', 'cloudflare-workers-paid'] as const),
  ...(['github-pages', 'gitlab-pages', 'netlify', 's3', 'vercel', 'vercel-pro'] as const),
] as const;

export type HostName = (typeof hostNames)[number];

export function isHostName(name: string): name is HostName {
  return (hostNames as readonly string[]).includes(name);
}
