import type { LoadedSite } from './loaded-site.ts';

// Vite loads the modules of pages apart from those of the command: only the process is shared.
const key = Symbol.for('dateline.live-site');
const shared = globalThis as { [key]?: LoadedSite };

/** What the live preview shows now; undefined in a build. */
export function liveSite(): LoadedSite | undefined {
  return shared[key];
}

export function showLiveSite(site: LoadedSite): void {
  shared[key] = site;
}
