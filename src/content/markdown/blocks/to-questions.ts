import type { Element, ElementContent } from 'hast';
import { type Block, element, isBold, isElement, titleParagraph, wordsOf } from './block.ts';
import { questionLabels } from './question-labels.ts';

type Part = 'question' | 'answer' | undefined;

const rows = questionLabels.map(({ question, answer }) => ({
  question: labelled(question),
  answer: labelled(answer),
}));

/** `Q:`, `Q.`, `Q :`, `문:`, `س:` at the start of a paragraph. */
function labelled(labels: readonly string[]): RegExp {
  return new RegExp(String.raw`^(?:${labels.join('|')})[ \u00a0\u202f]?[:：.](?=\s|\S)`, 'u');
}

/**
 * Questions and answers: paragraphs that begin with labels (`**Q:**` and `**A:**`), or questions in
 * bold with answers below them. Text before the first question stays above the list. Headings as
 * questions stay headings.
 */
export function toQuestions({ title, content }: Block): ElementContent[] {
  const head = title ? [titleParagraph(title)] : [];
  const grouped = groupQuestions(content, true);
  if (grouped.some((node) => isElement(node, 'dl'))) return [...head, ...grouped];
  const isQuestion = (node: ElementContent) => node.type === 'element' && isBold(node);
  const start = content.findIndex(isQuestion);
  if (start < 0) return [...head, ...content];
  const parts = content
    .slice(start)
    .map((node) => [node, isQuestion(node) ? 'question' : undefined] as const);
  return [...head, ...content.slice(0, start), toList(parts)];
}

/**
 * Makes lists of the labelled questions and answers among paragraphs, wherever a question is followed
 * by an answer. An answer lasts until the next question; the last one is a single paragraph, unless
 * `toEnd` is set.
 */
export function groupQuestions(
  content: readonly ElementContent[],
  toEnd = false,
): ElementContent[] {
  let result = [...content];
  for (const row of rows) {
    const partOf = (node: ElementContent): Part => {
      if (!isElement(node, 'p')) return undefined;
      const words = wordsOf(node);
      if (row.question.test(words)) return 'question';
      return row.answer.test(words) ? 'answer' : undefined;
    };
    result =
      group(
        result.map((node) => [node, partOf(node)] as const),
        toEnd,
      ) ?? result;
  }
  return result;
}

function group(
  parts: readonly (readonly [ElementContent, Part])[],
  toEnd: boolean,
): ElementContent[] | undefined {
  const out: ElementContent[] = [];
  let found = false;
  for (let index = 0; index < parts.length; ) {
    const end = endOfRun(parts, index, toEnd);
    if (end === undefined) {
      const node = parts[index]?.[0];
      if (node) out.push(node);
      index++;
      continue;
    }
    found = true;
    out.push(toList(parts.slice(index, end)));
    index = end;
  }
  return found ? out : undefined;
}

/** The end of the questions and answers that start at an index; undefined if none do. */
function endOfRun(
  parts: readonly (readonly [ElementContent, Part])[],
  start: number,
  toEnd: boolean,
): number | undefined {
  if (parts[start]?.[1] !== 'question') return undefined;
  let end: number | undefined;
  let last: Part = 'question';
  for (let index = start + 1; index < parts.length; index++) {
    const [node, part] = parts[index] ?? [];
    if (node?.type === 'element' && /^(?:h[1-6]|hr|section)$/u.test(node.tagName)) break;
    // Paragraphs between a question and its answer belong to the question.
    if (part === 'answer' && last === 'question') end = index + 1;
    if (part !== undefined) last = part;
  }
  if (end === undefined || !toEnd) return end;
  const next = parts.findIndex(
    ([node], index) => index >= end && isElement(node, 'h2', 'h3', 'h4'),
  );
  return next < 0 ? parts.length : next;
}

function toList(parts: readonly (readonly [ElementContent, Part])[]): Element {
  const list = element('dl', ['qa'], []);
  let current: Element | undefined;
  for (const [node, part] of parts) {
    if (node.type === 'text' && node.value.trim() === '') {
      (current ?? list).children.push(node);
      continue;
    }
    const name = part === 'question' ? 'dt' : part === 'answer' ? 'dd' : undefined;
    const isNew = name === 'dt' || (name === 'dd' && current?.tagName !== 'dd');
    // Below a question in bold, everything is the answer.
    const follows = name === undefined && current?.tagName === 'dt' && !hasLabels(parts);
    if (current === undefined || isNew || follows) {
      current = element(name ?? 'dd', [], []);
      list.children.push(current);
    }
    current.children.push(node);
  }
  return list;
}

function hasLabels(parts: readonly (readonly [ElementContent, Part])[]): boolean {
  return parts.some(([, part]) => part === 'answer');
}
