import { packPart, partsFolder, unpackParts } from './pass-parts.ts';
import { isRemote, type ScaleSettings, type Stage, stageTable } from './stage-table.ts';

/**
 * GitHub Actions: a workflow with a job for each stage, and a matrix for those of shards. Without a remote
 * store, artifacts carry the parts from job to job.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
 */
export function toShardedWorkflow(settings: ScaleSettings): string {
  const { shards, store, call } = settings;
  const jobs = stageTable.map((stage, index) =>
    formatJob(stage, stageTable.slice(0, index), settings),
  );
  return `# Builds the site with GitHub Actions, in ${shards} shards. Made by \`${call('hosting')}\`: to be put into .github/workflows.
name: Publish
on:
  push:
    branches: [main]
  schedule:
    # For articles that are dated ahead.
    - cron: '5 4 * * *'
  workflow_dispatch:
permissions:
  contents: read
concurrency: publish
env:
  STORE: ${JSON.stringify(store)}
${
  isRemote(store)
    ? `  AWS_ACCESS_KEY_ID: \${{ secrets.AWS_ACCESS_KEY_ID }}
  AWS_SECRET_ACCESS_KEY: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
  AWS_ENDPOINT_URL: \${{ secrets.AWS_ENDPOINT_URL }}
  AWS_REGION: \${{ secrets.AWS_REGION }}
`
    : ''
}jobs:
${jobs.join('')}`;
}

function formatJob(
  { name, isSharded }: Stage,
  before: readonly Stage[],
  { shards, store, call }: ScaleSettings,
): string {
  const needs = before.at(-1)?.name;
  const matrix = `    strategy:
      # One report of all problems is better than the first one.
      fail-fast: false
      matrix:
        shard: [${Array.from({ length: shards }, (_, index) => index + 1).join(', ')}]
    env:
      SHARD: \${{ matrix.shard }}/${shards}
`;
  const isLast = name === stageTable.at(-1)?.name;
  const part = isSharded ? `${name}-\${{ matrix.shard }}` : name;
  const remote = isRemote(store);
  return `  ${name}:
${needs ? `    needs: ${needs}\n` : ''}    runs-on: ubuntu-latest
${isSharded ? matrix : ''}    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 24
          cache: npm
      - run: npm ci
${remote ? '      - run: sudo apt-get update && sudo apt-get install -y rclone\n' : formatBefore(store, needs)}      - run: ${call(name)}
${remote || isLast ? '' : formatAfter(part)}${isLast ? formatEnd(store, remote) : ''}`;
}

function formatBefore(store: string, needs: string | undefined): string {
  // Every job has the store of the run before, and the parts of the jobs before it.
  return `      - uses: actions/cache/restore@v4
        with:
          path: ${JSON.stringify(store)}
          key: store-
          restore-keys: store-
${
  needs
    ? `      - uses: actions/download-artifact@v5
        with:
          pattern: part-*
          path: ${partsFolder}
          merge-multiple: true
`
    : ''
}      - run: |
${unpackParts.map((line) => `          ${line}\n`).join('')}`;
}

function formatAfter(part: string): string {
  return `      - run: ${packPart(part)}
      - uses: actions/upload-artifact@v4
        with:
          name: part-${part}
          path: ${partsFolder}
          include-hidden-files: true
          retention-days: 1
          overwrite: true
`;
}

function formatEnd(store: string, remote: boolean): string {
  return `${
    remote
      ? ''
      : `      - uses: actions/cache/save@v4
        with:
          path: ${JSON.stringify(store)}
          key: store-\${{ github.run_id }}-\${{ github.run_attempt }}
`
  }      # The site. Upload it to your host here.
      - uses: actions/upload-artifact@v4
        with:
          name: site
          path: |
            dist
            dist-hosting
          include-hidden-files: true
`;
}
