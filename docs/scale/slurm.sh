#!/bin/bash
# Builds the site with Slurm, in 16 shards. Made by `npm run hosting`; change what your cluster needs.
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
export STORE=${STORE:-/shared/dateline-store}

if [ "${1:-from}" != from ]; then
  # The job of a stage. Slurm counts only the tasks of this array, which may be a few that run again.
  if [ -n "${SLURM_ARRAY_TASK_ID:-}" ]; then export SHARD="$SLURM_ARRAY_TASK_ID/16"; fi
  code=0
  npm run "$1" || code=$?
  # The disk of this node is full, for example: again, on any node. Other errors would be the same.
  if [ "$code" = 75 ] && [ "${SLURM_RESTART_COUNT:-0}" -lt 3 ]; then
    scontrol requeue "$SLURM_JOB_ID" && sleep 60
  fi
  exit "$code"
fi

from=${2:-plan}
previous=
submit() {
  if [ "$1" = "$from" ]; then from=; fi
  if [ -n "$from" ]; then return; fi
  local after=()
  if [ -n "$previous" ]; then after=(--dependency="afterok:$previous" --kill-on-invalid-dep=yes); fi
  previous=$(sbatch --parsable "${after[@]}" "${@:2}" "$0" "$1")
  previous=${previous%%;*}
  echo "$1: job $previous"
}
submit plan --job-name=plan --mem=1000M --output=slurm-%x-%A.log
submit gather --job-name=gather --mem=2000M --array=1-16
submit merge --job-name=merge --mem=4000M --output=slurm-%x-%A.log
submit print --job-name=print --mem=2000M --array=1-16
submit join --job-name=join --mem=2000M --output=slurm-%x-%A.log
if [ -n "$from" ]; then echo "slurm.sh: expected a stage after from, got $from" >&2; exit 1; fi
