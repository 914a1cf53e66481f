import { maxShards } from '../../content/settings/shard-position.ts';
import { callOf } from '../../system/cache/call-of.ts';
import { HostingError } from '../hosting-error.ts';
import { isRemote, type ScaleSettings } from './stage-table.ts';
import { maxGitlabShards, toGitlabPipeline } from './to-gitlab-pipeline.ts';
import { toKubernetesJobs } from './to-kubernetes-jobs.ts';
import { toShardedWorkflow } from './to-sharded-workflow.ts';
import { toSlurmScript } from './to-slurm-script.ts';

export interface ScaleFile {
  /** Name in `docs/scale`. */
  readonly file: string;
  readonly format: (settings: ScaleSettings) => string;
  /** The store if none is given. */
  readonly store: string;
  readonly image: string;
  readonly maxShards: number;
}

/** Files that run a build in shards, by the names that `npm run hosting` takes. */
export const scaleFiles = {
  slurm: {
    file: 'slurm.sh',
    format: toSlurmScript,
    store: '/shared/dateline-store',
    image: '',
    maxShards,
  },
  kubernetes: {
    file: 'kubernetes.yaml',
    format: toKubernetesJobs,
    store: '/build/store',
    image: 'registry.example/news-site:latest',
    maxShards,
  },
  'github-shards': {
    file: 'github-shards.yml',
    format: toShardedWorkflow,
    store: '.store',
    image: '',
    maxShards,
  },
  'gitlab-shards': {
    file: 'gitlab-shards.yml',
    format: toGitlabPipeline,
    store: '.store',
    image: 'node:24',
    maxShards: maxGitlabShards,
  },
} as const satisfies Readonly<Record<string, ScaleFile>>;

export type ScaleFileName = keyof typeof scaleFiles;

export function isScaleFileName(name: string): name is ScaleFileName {
  return Object.hasOwn(scaleFiles, name);
}

/** What a file is made from, as the options of the command give it. */
export interface ScaleOptions {
  readonly shards?: string;
  readonly store?: string;
  readonly image?: string;
}

/**
 * The text of a file for an engine, with 16 shards if no other number is given.
 * @throws {HostingError} for a wrong option
 */
export function formatScaleFile(
  name: ScaleFileName,
  { shards = '16', store, image }: ScaleOptions = {},
  call: (command: string) => string = callOf,
): string {
  const row: ScaleFile = scaleFiles[name];
  const count = /^\d{1,3}$/u.test(shards) ? Number(shards) : 0;
  if (count < 1 || count > row.maxShards)
    throw new HostingError(
      `--shards: expected a number from 1 to ${row.maxShards} for ${name}, got ${JSON.stringify(shards)}`,
    );
  const place = store ?? row.store;
  if (/[\p{Cc}$\u2028\u2029]/u.test(place) || (/^\w+:/u.test(place) && !isRemote(place)))
    throw new HostingError(
      `--store: expected a folder or s3://BUCKET/PATH, got ${JSON.stringify(place)}`,
    );
  const from = image ?? row.image;
  if (image !== undefined && (row.image === '' || !/^[\w./:@-]+$/u.test(image)))
    throw new HostingError(
      row.image === ''
        ? `--image: ${name} takes none`
        : `--image: expected a name such as ${row.image}, got ${JSON.stringify(image)}`,
    );
  return row.format({ shards: count, store: place, image: from, call });
}
