import type { Element, ElementContent, Root } from 'hast';
import { quote } from '../../../system/problems/format-problem.ts';
import { suggestName } from '../../../system/problems/nearest-name.ts';
import { wrongValue } from '../../../system/problems/problem.ts';
import type { Directive } from '../blocks/directive.ts';
import { formOf } from '../blocks/directive-table.ts';
import { groupQuestions } from '../blocks/to-questions.ts';
import { type MarkdownJob, noteProblem, placeOf } from '../markdown-job.ts';

/**
 * Replaces the place of each directive, which the marker identifies, by what its form makes of the
 * content; inner blocks first. Makes lists of labelled questions and answers.
 */
export function buildBlocks(tree: Root, job: MarkdownJob): void {
  tree.children = groupQuestions(tree.children as ElementContent[]);
  if (job.directives.length === 0) return;
  const prefix = `user-content-${job.marker}directive-`;
  const build = (parent: Root | Element): void => {
    for (let index = 0; index < parent.children.length; index++) {
      const node = parent.children[index];
      if (node?.type !== 'element') continue;
      build(node);
      const id = String(node.properties['id'] ?? '');
      const directive = id.startsWith(prefix)
        ? job.directives[Number(id.slice(prefix.length))]
        : undefined;
      if (directive === undefined) continue;
      const made = toElements(directive, node, tree, job);
      parent.children.splice(index, 1, ...made);
      index += made.length - 1;
    }
  };
  build(tree);
}

function toElements(
  directive: Directive,
  place: Element,
  tree: Root,
  job: MarkdownJob,
): ElementContent[] {
  const { name } = directive;
  const attributes = attributesOf(directive);
  const titleId = `user-content-${job.marker}title`;
  const at = place.children.findIndex(
    (child) => child.type === 'element' && child.properties['id'] === titleId,
  );
  const isLeaf = directive.type === 'leafDirective';
  const label = place.children[at];
  const content = isLeaf ? [] : place.children.filter((child) => child !== label);
  const title = isLeaf ? place.children : label?.type === 'element' ? label.children : [];
  const { blockWords: words, language, direction, file, data, dataFiles } = job.options;
  const form = formOf(name);
  if (form === undefined) return place.children;
  noteAttributes(directive, form.attributes, job);
  if (!isLeaf && title.length === 0 && !content.some(({ type }) => type === 'element')) {
    noteProblem(job, directive, {
      severity: 'warning',
      field: 'block',
      message: wrongValue(`text in ${quote(name)}`, 'none'),
      cure: 'it is not shown; write the text, or remove the block',
    });
    return [];
  }
  return form.toElements({
    ...{ name, attributes, content, words, language, direction, tree },
    data: { words: data, files: dataFiles ?? new Map() },
    marker: job.marker,
    at: { file, ...placeOf(directive, job.options) },
    report: (problem) => job.problems.push(problem),
    title: title.length > 0 ? title : undefined,
  });
}

function attributesOf({ attributes }: Directive): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes ?? {}).map(([name, value]) => [name, value ?? '']),
  );
}

/** Warns about attributes without an effect. */
function noteAttributes(
  directive: Directive,
  known: readonly string[],
  job: MarkdownJob,
): void {
  for (const [name, value] of Object.entries(attributesOf(directive))) {
    if (known.includes(name)) continue;
    const { cure } = suggestName(name, known);
    noteProblem(job, directive, {
      severity: 'warning',
      field: 'block',
      message: wrongValue(
        known.length > 0 ? `the attributes ${known.join(', ')}` : 'no attributes',
        `${quote(value === '' ? name : `${name}=${value}`)} in ${quote(directive.name)}`,
      ),
      cure: cure ?? 'it has no effect; remove it',
    });
  }
}
