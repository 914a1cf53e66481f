import { exitCodes } from '../exit-code.ts';
import {
  isRemote,
  maxRestarts,
  type ScaleSettings,
  type Stage,
  stageTable,
} from './stage-table.ts';

/**
 * Kubernetes: a Job for each stage. Those of shards are Indexed Jobs, in which each shard has a limit of
 * restarts of its own (since 1.33).
 * https://kubernetes.io/docs/concepts/workloads/controllers/job/
 */
export function toKubernetesJobs(settings: ScaleSettings): string {
  const { shards, call } = settings;
  const names = stageTable.map(({ name }) => name).join(' ');
  return `# Builds the site with Kubernetes, in ${shards} shards. Made by \`${call('hosting')}\`; change what your cluster needs.
#
#   for stage in ${names}; do
#     kubectl delete job "dateline-$stage" --ignore-not-found
#     kubectl apply -f kubernetes.yaml -l "stage in ($stage, all)"
#     kubectl wait --for=condition=complete --timeout=4h "job/dateline-$stage" || break
#   done
#
# What is done already is not done again. A shard that fails is in .status.failedIndexes of its Job.
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: dateline
  labels: {app: dateline, stage: all}
spec:
  # Pods on several nodes write into it.
  accessModes: [ReadWriteMany]
  resources:
    requests:
      storage: 100Gi
${stageTable.map((stage) => `---\n${formatJob(stage, settings)}`).join('')}`;
}

function formatJob(
  { name, isSharded, memory }: Stage,
  { shards, store, image, call }: ScaleSettings,
): string {
  const remote = isRemote(store);
  const count = isSharded
    ? `  completionMode: Indexed
  completions: ${shards}
  parallelism: ${shards}
  backoffLimitPerIndex: ${maxRestarts}
`
    : `  backoffLimit: ${maxRestarts}
`;
  return `apiVersion: batch/v1
kind: Job
metadata:
  name: dateline-${name}
  labels: {app: dateline, stage: ${name}}
spec:
${count}  podFailurePolicy:
    rules:
      # A node that is drained is nobody's fault.
      - action: Ignore
        onPodConditions:
          - {type: DisruptionTarget, status: "True"}
      # An error in an article would be the same again. All others count: ${exitCodes.tryAgain} (a full disk), 137 (killed).
      - action: ${isSharded ? 'FailIndex' : 'FailJob'}
        onExitCodes: {containerName: dateline, operator: In, values: [${exitCodes.failed}]}
  template:
    metadata:
      labels: {app: dateline, stage: ${name}}
    spec:
      restartPolicy: Never
      containers:
        - name: dateline
          image: ${JSON.stringify(image)}
          # The folder of the project in the image.
          workingDir: /site
          command: ${JSON.stringify(call(name).split(' '))}
          env:
            - {name: STORE, value: ${JSON.stringify(store)}}
            - {name: OUT_DIR, value: /build/dist}
${
  isSharded
    ? `            # Kubernetes says which shard it is (JOB_COMPLETION_INDEX), not how many there are.
            - {name: SHARD_COUNT, value: "${shards}"}
`
    : ''
}${
  remote
    ? `          # The keys of the store.
          envFrom:
            - secretRef: {name: dateline-store}
`
    : ''
}          resources:
            requests: {cpu: "1", memory: ${memory}M}
            limits: {memory: ${memory}M}
          securityContext:
            allowPrivilegeEscalation: false
            capabilities: {drop: [ALL]}
          volumeMounts:
            - {name: build, mountPath: /build}
      volumes:
        - name: build
          persistentVolumeClaim: {claimName: dateline}
`;
}
