import { exitCodes } from '../exit-code.ts';
import { maxRestarts, type ScaleSettings, stageTable } from './stage-table.ts';

/**
 * Slurm: a script that submits the stages, each after the one before, and that is the job of each.
 * https://slurm.schedmd.com/sbatch.html
 */
export function toSlurmScript({ shards, store, call }: ScaleSettings): string {
  return `#!/bin/bash
# Builds the site with Slurm, in ${shards} shards. Made by \`${call('hosting')}\`; change what your cluster needs.
#
#   bash slurm.sh                         submits all stages
#   sbatch --array=3,7 slurm.sh gather    starts shards 3 and 7 of a stage again, if they were killed
#   bash slurm.sh from merge              submits the stages from merge on
#
# Submit it in the folder of the project, which all nodes see, with its packages installed.
#SBATCH --job-name=dateline
#SBATCH --output=slurm-%x-%A-%a.log
#SBATCH --open-mode=append
#SBATCH --nodes=1
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=2
#SBATCH --time=04:00:00
#SBATCH --requeue
set -euo pipefail

# A folder that all nodes see, or s3://BUCKET/PATH.
export STORE=\${STORE:-${inShell(store)}}

if [ "\${1:-from}" != from ]; then
  # The job of a stage. Slurm counts only the tasks of this array, which may be a few that run again.
  if [ -n "\${SLURM_ARRAY_TASK_ID:-}" ]; then export SHARD="$SLURM_ARRAY_TASK_ID/${shards}"; fi
  code=0
  ${call('"$1"')} || code=$?
  # The disk of this node is full, for example: again, on any node. Other errors would be the same.
  if [ "$code" = ${exitCodes.tryAgain} ] && [ "\${SLURM_RESTART_COUNT:-0}" -lt ${maxRestarts} ]; then
    scontrol requeue "$SLURM_JOB_ID" && sleep 60
  fi
  exit "$code"
fi

from=\${2:-${stageTable[0].name}}
previous=
submit() {
  if [ "$1" = "$from" ]; then from=; fi
  if [ -n "$from" ]; then return; fi
  local after=()
  if [ -n "$previous" ]; then after=(--dependency="afterok:$previous" --kill-on-invalid-dep=yes); fi
  previous=$(sbatch --parsable "\${after[@]}" "\${@:2}" "$0" "$1")
  previous=\${previous%%;*}
  echo "$1: job $previous"
}
${stageTable
  .map(({ name, isSharded, memory }) =>
    [
      `submit ${name} --job-name=${name} --mem=${memory}M`,
      isSharded ? `--array=1-${shards}` : '--output=slurm-%x-%A.log',
    ].join(' '),
  )
  .join('\n')}
if [ -n "$from" ]; then echo "slurm.sh: expected a stage after from, got $from" >&2; exit ${exitCodes.failed}; fi
`;
}

/** A text as one word of the shell. Plain ones stay as they are. */
function inShell(text: string): string {
  return /^[\w./:@-]+$/u.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
