import type { HostedSite } from '../../security/hosted-site.ts';
import { callOf } from '../../system/cache/call-of.ts';

/**
 * GitHub Pages: a workflow that checks pull requests, and builds and publishes the main branch. GitHub
 * sends no headers of a site; the policy in the `<meta>` of each page still applies. Where the address of
 * the site is not known, the workflow asks GitHub for it. `remark` is its first line, and `call` says how
 * commands are called.
 * https://docs.github.com/en/pages/getting-started-with-github-pages/using-custom-workflows-with-github-pages
 */
export function toGithubWorkflow(
  { siteUrl, basePath }: Pick<HostedSite, 'siteUrl' | 'basePath'>,
  {
    remark = 'Made by the build: to be put into .github/workflows/publish.yml',
    call = callOf,
  }: { readonly remark?: string; readonly call?: (command: string) => string } = {},
): string {
  const isKnown = siteUrl !== undefined;
  const ask = `
      - uses: actions/configure-pages@v5
        id: pages`;
  return `# ${remark}
name: Publish
on:
  push:
    branches: [main]
  pull_request:
  schedule:
    # For articles that are dated ahead.
    - cron: '5 * * * *'
  workflow_dispatch:
permissions:
  contents: read
jobs:
  check:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    steps:${install}
      - uses: actions/cache/restore@v4
        with:
          path: .cache
          key: site-
          restore-keys: site-
      - run: ${call('check')}
      - run: ${call('build')}
  publish:
    if: github.event_name != 'pull_request'
    runs-on: ubuntu-latest
    environment: github-pages
    concurrency: pages
    permissions:
      contents: read
      pages: write
      id-token: write
    steps:${install}${isKnown ? '' : ask}
      - uses: actions/cache@v4
        with:
          path: .cache
          key: site-\${{ github.run_id }}
          restore-keys: site-
      - run: ${call('build')}
        env:
          SITE_URL: ${isKnown ? JSON.stringify(siteUrl) : answer('origin')}
          BASE_PATH: ${isKnown ? JSON.stringify(basePath) : answer('base_path')}
      # Markdown copies would be turned into pages otherwise.
      - run: touch dist/.nojekyll
      - uses: actions/upload-pages-artifact@v4
        with:
          path: dist
          include-hidden-files: true
      - uses: actions/deploy-pages@v4
`;
}

/** What GitHub has answered in the step `pages`. */
function answer(name: 'origin' | 'base_path'): string {
  return `\${{ steps.pages.outputs.${name} }}`;
}

/** The first steps of both jobs. */
const install = `
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 24
          cache: npm
      - run: npm ci`;
