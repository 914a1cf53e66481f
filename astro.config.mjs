import { defineConfig } from 'astro/config';

/** What does for a site what Astro's command of the same name cannot. */
const instead = { build: 'npm run build', dev: 'npm run dev', preview: 'npm run preview' };

/** For editors and `astro check`. Commands compile the templates with their own options (`compile-templates.ts`). */
export default defineConfig({
  srcDir: './src/site',
  trailingSlash: 'always',
  integrations: [
    {
      name: 'dateline-commands',
      hooks: {
        'astro:config:setup': ({ command }) => {
          if (command === 'sync') return;
          // An error would be printed with its stack.
          console.error(`Astro alone does not read articles. Run \`${instead[command]}\`.`);
          process.exit(1);
        },
      },
    },
  ],
});
