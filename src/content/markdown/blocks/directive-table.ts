import type { ElementContent } from 'hast';
import type { Block } from './block.ts';
import { noteNames, toDetails, toFactBox, toMethods, toNote, toQuotation } from './to-box.ts';
import { chartAttributes, toChart, toTable } from './to-data.ts';
import { toEssay } from './to-essay.ts';
import { toPeople } from './to-people.ts';
import { toPullQuote } from './to-pull-quote.ts';
import { toQuestions } from './to-questions.ts';
import { toTimeline } from './to-timeline.ts';

/** A block that articles can contain. */
export interface DirectiveForm {
  /** `:::name` … `:::` around other blocks, or `::name{…}` alone in its line. */
  readonly kind: 'container' | 'leaf';
  /** The names that articles may write, in lower case; the first is ours. */
  readonly names: readonly string[];
  /** The attributes that it knows. Any other is a warning, because it has no effect. */
  readonly attributes: readonly string[];
  /**
   * What readers get. Runs after the sanitiser: its content is safe, and nothing checks what it
   * adds, so that it must not make elements or addresses from attributes.
   */
  readonly toElements: (block: Block) => ElementContent[];
}

export const directiveTable: readonly DirectiveForm[] = [
  { kind: 'container', names: ['timeline'], attributes: [], toElements: toTimeline },
  { kind: 'container', names: ['people'], attributes: [], toElements: toPeople },
  { kind: 'container', names: ['qa'], attributes: [], toElements: toQuestions },
  { kind: 'container', names: ['pullquote'], attributes: [], toElements: toPullQuote },
  { kind: 'container', names: ['gallery'], attributes: [], toElements: toEssay },
  { kind: 'container', names: ['factbox'], attributes: [], toElements: toFactBox },
  { kind: 'container', names: ['methods'], attributes: ['open'], toElements: toMethods },
  { kind: 'container', names: ['details'], attributes: ['open'], toElements: toDetails },
  { kind: 'container', names: noteNames, attributes: ['fold'], toElements: toNote },
  { kind: 'leaf', names: ['table'], attributes: ['file'], toElements: toTable },
  { kind: 'leaf', names: ['chart'], attributes: chartAttributes, toElements: toChart },
  { kind: 'container', names: ['quote', 'cite'], attributes: [], toElements: toQuotation },
];

const forms = new Map(directiveTable.flatMap((form) => form.names.map((name) => [name, form])));

/** The form of a name in any case. */
export function formOf(name: string): DirectiveForm | undefined {
  return forms.get(name.toLowerCase());
}

/** The names of a kind, to suggest one for a wrong name. */
export function namesOf(kind: DirectiveForm['kind']): string[] {
  return directiveTable.filter((form) => form.kind === kind).flatMap(({ names }) => names);
}
