import { exitCodes } from '../exit-code.ts';
import { packPart, partsFolder, unpackParts } from './pass-parts.ts';
import { isRemote, type ScaleSettings, type Stage, stageTable } from './stage-table.ts';

/** The most that `parallel` may be. https://docs.gitlab.com/ci/yaml/#parallel */
export const maxGitlabShards = 200;

/**
 * GitLab: a pipeline with a job for each stage; `parallel` makes those of shards. Without a remote store,
 * artifacts carry the parts from job to job.
 * https://docs.gitlab.com/ci/yaml/
 */
export function toGitlabPipeline(settings: ScaleSettings): string {
  const { shards, store, image, call } = settings;
  return `# Builds the site with GitLab, in ${shards} shards. Made by \`${call('hosting')}\`: to be included in .gitlab-ci.yml.
stages: [${stageTable.map(({ name }) => name).join(', ')}]
variables:
  STORE: ${JSON.stringify(store)}
default:
  image: ${JSON.stringify(image)}
  interruptible: true
  retry:
    max: 2
    # A full disk, and a job that was killed. An error in an article (${exitCodes.failed}) would be the same again.
    exit_codes: [${exitCodes.tryAgain}, 137]
    when: [runner_system_failure, stuck_or_timeout_failure]
${isRemote(store) ? '' : formatCache(store)}  before_script:
    - npm ci
${formatBefore(store)}${stageTable.map((stage) => formatJob(stage, settings)).join('')}`;
}

function formatBefore(store: string): string {
  const commands = isRemote(store)
    ? ['apt-get update && apt-get install -y rclone']
    : unpackParts;
  return commands.map((command) => `    - ${inYaml(command)}\n`).join('');
}

function formatCache(store: string): string {
  return `  # Jobs before the last one only read it.
  cache:
    key: store
    paths: [${JSON.stringify(store)}]
    policy: pull
`;
}

function formatJob({ name, isSharded }: Stage, { shards, store, call }: ScaleSettings): string {
  const remote = isRemote(store);
  const isLast = name === stageTable.at(-1)?.name;
  const part = `${name}${isSharded ? '-$CI_NODE_INDEX' : ''}`;
  const pack = remote || isLast ? '' : `    - ${inYaml(packPart(part))}\n`;
  const paths = isLast ? '[dist, dist-hosting]' : `[${partsFolder}]`;
  return `
${name}:
  stage: ${name}
${isSharded ? `  parallel: ${shards}\n` : ''}  script:
    - ${call(name)}
${pack}${
  isLast && !remote
    ? `  cache:
    key: store
    paths: [${JSON.stringify(store)}]
    policy: pull-push
`
    : ''
}${
  remote && !isLast
    ? ''
    : `  artifacts:
    paths: ${paths}
    expire_in: 1 day
`
}`;
}

/** A command as one text of YAML. */
function inYaml(command: string): string {
  return `'${command.replaceAll("'", "''")}'`;
}
