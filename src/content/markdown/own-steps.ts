import type { Root } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import { type Pluggable, type PluggableList, unified } from 'unified';
import { quote } from '../../system/problems/format-problem.ts';
import type { Problem } from '../../system/problems/problem.ts';
import { deepestNode } from './limits.ts';
import type { MarkdownJob, RenderOptions } from './markdown-job.ts';
import type { OwnSteps } from './markdown-steps.ts';
import { kindsInHtml, kindsInMarkdown } from './markup-kinds.ts';

/** A step cannot be used for a text. */
export class StepFault extends Error {
  override readonly name = 'StepFault';
  /** In the source, from 1. */
  readonly line: number;

  constructor(message: string, line = 1) {
    super(message);
    this.line = line;
  }
}

/**
 * Runs the remark steps of the publication.
 *
 * @throws {StepFault}
 */
export function runRemarkSteps(tree: MarkdownRoot, job: MarkdownJob): MarkdownRoot {
  const { steps, limits } = job.options;
  if (steps?.remark === undefined) return tree;
  const before = new Set(kindsInMarkdown(tree));
  const made = runSteps('remark', steps.remark, tree, job) as MarkdownRoot;
  for (const kind of kindsInMarkdown(made)) if (!before.has(kind)) job.madeKinds.add(kind);
  const { nesting, line } = deepestNode(made);
  if (nesting > limits.nesting)
    throw new StepFault(`the remark steps made a nesting of ${nesting}`, line);
  return made;
}

/**
 * Runs the rehype steps of the publication.
 *
 * @throws {StepFault}
 */
export function runRehypeSteps(tree: Root, job: MarkdownJob): Root {
  const { steps } = job.options;
  if (steps?.rehype === undefined) return tree;
  const before = new Set(kindsInHtml(tree));
  const made = runSteps('rehype', steps.rehype, tree, job) as Root;
  for (const kind of kindsInHtml(made)) if (!before.has(kind)) job.madeKinds.add(kind);
  return made;
}

/** Warns about what the sanitiser has removed of what the steps made. */
export function noteLostKinds(made: Root, safe: Root, job: MarkdownJob): void {
  if (job.madeKinds.size === 0) return;
  const present = new Set(kindsInHtml(made));
  const left = new Set(kindsInHtml(safe));
  const lost = [...job.madeKinds].filter((kind) => present.has(kind) && !left.has(kind)).sort();
  if (lost.length === 0) return;
  addProblem(job, {
    severity: 'warning',
    line: job.options.firstLine,
    message: `the steps made ${lost.join(', ')}, which pages do not have`,
    cure: 'readers get the text without it; make only what an article may contain',
  });
}

interface FaultyText extends Pick<RenderOptions, 'file' | 'firstLine'> {
  readonly steps?: Pick<OwnSteps, 'file'>;
}

/** The problem of a text for which the steps failed. */
export function toStepProblem({ file, firstLine, steps }: FaultyText, error: unknown): Problem {
  const isFault = error instanceof StepFault;
  const message = isFault
    ? error.message
    : `after the steps, the text failed: ${wordsOf(error)}`;
  return {
    severity: 'error',
    ...{ file, line: firstLine + (isFault ? error.line : 1) - 1, column: 1 },
    field: steps?.file ?? 'text',
    message,
    cure: 'correct the step',
    once: message,
  };
}

type Tree = Root | MarkdownRoot;

/** What plugins that extend the parser leave for it. */
const forParsers = ['micromarkExtensions', 'fromMarkdownExtensions'] as const;

/** Each step has a processor of its own, so that a fault names it. */
function runSteps(
  kind: 'remark' | 'rehype',
  steps: PluggableList,
  tree: Tree,
  job: MarkdownJob,
): Tree {
  const { source, options } = job;
  return steps.reduce<Tree>((current, step, index) => {
    const name = nameOf(kind, step, index);
    let result: { error?: Error; made?: unknown; messages: readonly Message[] } | undefined;
    try {
      const processor = unified().use([step]).freeze();
      const data = Object.keys(processor.data());
      if (forParsers.some((part) => data.includes(part)))
        throw new StepFault(
          `${name} extends the parser, which has read the text already; only steps that change the tree can be used`,
        );
      const file = { path: options.file, value: source };
      processor.run(current, file, (error, made, read) => {
        result = { ...(error && { error }), made, messages: read?.messages ?? [] };
      });
    } catch (error) {
      result = { error: error as Error, messages: [] };
    }
    if (result === undefined)
      throw new StepFault(`${name} is asynchronous; steps must return the tree at once`);
    const { error, made, messages } = result;
    if (error instanceof StepFault) throw error;
    if (error !== undefined)
      throw new StepFault(`${name} failed: ${wordsOf(error)}`, lineOf(error));
    if (!isRoot(made)) throw new StepFault(`${name} returned something that is not a tree`);
    completeNode(made);
    for (const message of messages)
      addProblem(job, {
        severity: 'warning',
        line: options.firstLine + lineOf(message) - 1,
        message: `${name}: ${quote(message.reason)}`,
      });
    return made;
  }, tree);
}

interface Message {
  readonly reason: string;
}

function nameOf(kind: string, step: Pluggable, index: number): string {
  const plugin: unknown = Array.isArray(step) ? step[0] : step;
  const name = typeof plugin === 'function' && plugin.name !== '' ? ` (${plugin.name})` : '';
  return `${kind} step ${index + 1}${name}`;
}

function isRoot(made: unknown): made is Tree {
  const { type, children } = (made ?? {}) as Partial<Tree>;
  return type === 'root' && Array.isArray(children);
}

/** Any node, after plugins that are careless with it. */
interface LooseNode {
  readonly type?: unknown;
  children?: unknown;
  properties?: unknown;
}

/** Gives nodes what every other step relies on: a list of nodes as children, elements also properties. */
function completeNode(node: LooseNode): void {
  const isElement = node.type === 'element';
  if (isElement) node.properties ??= {};
  if (!Array.isArray(node.children)) {
    if (isElement) node.children = [];
    else delete node.children;
    return;
  }
  node.children = node.children.filter((child) => typeof child?.type === 'string');
  for (const child of node.children as LooseNode[]) completeNode(child);
}

/** Messages of unified have a line. */
function lineOf(message: object): number {
  return 'line' in message && typeof message.line === 'number' ? message.line : 1;
}

function wordsOf(error: unknown): string {
  return quote(error instanceof Error ? error.message : String(error));
}

function addProblem(
  { options, problems }: MarkdownJob,
  problem: Pick<Problem, 'severity' | 'line' | 'message' | 'cure'>,
): void {
  const field = options.steps?.file ?? 'text';
  problems.push({ file: options.file, column: 1, field, ...problem, once: problem.message });
}
