import { defineConfig } from 'astro/config';

/** What does for a site what Astro's command of the same name cannot. */
const instead = { build: 'npm run build', dev: 'npm run dev', preview: 'npm run preview' };

/** Astro compiles the templates when a command of package.json asks it to. */
export default defineConfig({
  srcDir: './src/site',
  trailingSlash: 'always',
  integrations: [
    {
      name: 'dateline-commands',
      hooks: {
        'astro:config:setup': ({ command, config }) => {
          if (command === 'sync' || config.adapter?.name === 'dateline-press') return;
          // An error would be printed with its stack.
          console.error(`Astro alone does not read articles. Run \`${instead[command]}\`.`);
          process.exit(1);
        },
      },
    },
  ],
});
