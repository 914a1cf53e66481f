import { join } from 'node:path';
import type { AstroIntegration } from 'astro';

/** What has Astro render pages when they are asked for. `root` is the project's folder. */
export function pressAdapter(root: string): AstroIntegration {
  const name = 'dateline-press';
  return {
    name,
    hooks: {
      'astro:config:done': ({ setAdapter }) =>
        setAdapter({
          name,
          entrypointResolution: 'auto',
          serverEntrypoint: join(root, 'src/press/template-entry.ts'),
          adapterFeatures: { buildOutput: 'server' },
          supportedAstroFeatures: {
            staticOutput: 'stable',
            serverOutput: 'stable',
            hybridOutput: 'stable',
            sharpImageService: 'stable',
          },
        }),
    },
  };
}
