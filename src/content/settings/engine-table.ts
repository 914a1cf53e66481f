/** How an engine tells a task of an array its place. All variables have whole numbers. */
export interface Engine {
  readonly name: string;
  /** The variable with the number of the task. Other engines' variables are ignored without it. */
  readonly index: string;
  /** The number of the first task, or the variable that has it. */
  readonly first: 0 | 1 | string;
  /** The variable with the number of the last task, where tasks may be any list of numbers. */
  readonly last?: string;
  /** The variable with the distance between two numbers. */
  readonly step?: string;
  /** The variable with the number of tasks. Without it, `SHARD_COUNT` has to say it. */
  readonly count?: string;
  /** A variable that only this engine sets, where others use the names above in another meaning. */
  readonly onlyWith?: string;
  /** The documentation. */
  readonly source: string;
}

/** The engines whose variables say which shard a task is. Read on 2026-11-28. */
export const engineTable = [
  {
    name: 'Slurm job array',
    index: 'SLURM_ARRAY_TASK_ID',
    // `--array=3-48:3` is as good as `1-16`.
    first: 'SLURM_ARRAY_TASK_MIN',
    last: 'SLURM_ARRAY_TASK_MAX',
    step: 'SLURM_ARRAY_TASK_STEP',
    count: 'SLURM_ARRAY_TASK_COUNT',
    source: 'https://slurm.schedmd.com/job_array.html',
  },
  {
    name: 'Kubernetes Indexed Job',
    index: 'JOB_COMPLETION_INDEX',
    first: 0,
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode',
  },
  {
    name: 'AWS Batch array job',
    index: 'AWS_BATCH_JOB_ARRAY_INDEX',
    first: 0,
    count: 'AWS_BATCH_JOB_ARRAY_SIZE',
    source: 'https://docs.aws.amazon.com/batch/latest/userguide/job_env_vars.html',
  },
  {
    name: 'Google Cloud Run job',
    index: 'CLOUD_RUN_TASK_INDEX',
    first: 0,
    count: 'CLOUD_RUN_TASK_COUNT',
    source: 'https://docs.cloud.google.com/run/docs/create-jobs',
  },
  {
    name: 'GitLab `parallel`',
    index: 'CI_NODE_INDEX',
    first: 1,
    count: 'CI_NODE_TOTAL',
    // Heroku CI and Travis use the same names and count from 0.
    onlyWith: 'GITLAB_CI',
    source: 'https://docs.gitlab.com/ci/variables/predefined_variables/',
  },
  {
    name: 'Buildkite `parallelism`',
    index: 'BUILDKITE_PARALLEL_JOB',
    first: 0,
    count: 'BUILDKITE_PARALLEL_JOB_COUNT',
    source: 'https://buildkite.com/docs/pipelines/configure/environment-variables',
  },
  {
    name: 'CircleCI `parallelism`',
    index: 'CIRCLE_NODE_INDEX',
    first: 0,
    count: 'CIRCLE_NODE_TOTAL',
    source: 'https://circleci.com/docs/reference/variables/',
  },
  {
    name: 'Azure Pipelines `parallel`',
    index: 'SYSTEM_JOBPOSITIONINPHASE',
    first: 1,
    count: 'SYSTEM_TOTALJOBSINPHASE',
    source:
      'https://learn.microsoft.com/azure/devops/pipelines/test/parallel-testing-any-test-runner',
  },
] as const satisfies readonly Engine[];
