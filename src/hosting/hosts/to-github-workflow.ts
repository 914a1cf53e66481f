import type { HostedSite } from '../../security/hosted-site.ts';
import { callOf } from '../../system/cache/call-of.ts';
import { isPublished } from '../../system/cache/package-folder.ts';

/**
 * GitHub Pages: a workflow that builds and publishes. GitHub sends no headers of a site; the policy in
 * the `<meta>` of each page still applies.
 * https://docs.github.com/en/pages/getting-started-with-github-pages/using-custom-workflows-with-github-pages
 */
export function toGithubWorkflow({ siteUrl, basePath }: HostedSite): string {
  // In a clone, commands install what is missing.
  const install = isPublished() ? '      - run: npm ci\n' : '';
  return `# Made by the build: to be put into .github/workflows/publish.yml
name: Publish
on:
  push:
    branches: [main]
  schedule:
    # For articles that are dated ahead.
    - cron: '5 * * * *'
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
jobs:
  publish:
    runs-on: ubuntu-latest
    environment: github-pages
    env:
      SITE_URL: ${JSON.stringify(siteUrl ?? 'https://NAME.github.io')}
      BASE_PATH: ${JSON.stringify(basePath)}
    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v5
        with:
          node-version: 24
          cache: npm
      - uses: actions/cache@v4
        with:
          path: .cache
          key: site-\${{ github.run_id }}
          restore-keys: site-
${install}      - run: ${callOf('build')}
      # Markdown copies would be turned into pages otherwise.
      - run: touch dist/.nojekyll
      - uses: actions/upload-pages-artifact@v4
        with:
          path: dist
          include-hidden-files: true
      - uses: actions/deploy-pages@v4
`;
}
