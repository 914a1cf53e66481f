import type { Problem } from '../../system/problems/problem.ts';
import { checkFields } from '../fields/check-fields.ts';
import type { Fields } from '../fields/fields.ts';
import { parseYamlFields } from '../fields/parse-yaml-fields.ts';
import { toSurpriseWarnings, toSyntaxProblems } from '../fields/syntax-problems.ts';
import { frontSchema, type WrittenFront } from './front-schema.ts';

/** The content of a file of the folder `front`, with all its problems. No value if one is an error. */
export interface ReadFront {
  readonly front?: WrittenFront | undefined;
  readonly positionOf?: Fields['positionOf'];
  readonly problems: readonly Problem[];
}

/** `file` is its path as shown in problems. */
export function parseFront(text: string, file: string): ReadFront {
  const parsed = parseYamlFields(text, 1);
  if (!parsed.fields) {
    const source = { file, field: 'front page', format: 'YAML', firstLine: 1 } as const;
    return { problems: toSyntaxProblems(parsed.problems, { ...source, text }) };
  }
  const { value, problems } = checkFields(frontSchema, parsed.fields, file);
  return {
    front: value,
    positionOf: parsed.fields.positionOf,
    problems: [...toSurpriseWarnings(parsed.surprises, file), ...problems],
  };
}
