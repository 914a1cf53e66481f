import type { z } from 'astro/zod';
import type { Problem } from '../../system/problems/problem.ts';
import { checkFields } from '../fields/check-fields.ts';
import type { Fields } from '../fields/fields.ts';
import { parseYamlFields } from '../fields/parse-yaml-fields.ts';
import { toSurpriseWarnings, toSyntaxProblems } from '../fields/syntax-problems.ts';
import type { LocalText } from './local-text.ts';
import { publicationSchema } from './publication-schema.ts';

/** What `publication.yaml` says, with every default filled in. Sizes in bytes, times in seconds. */
export type PublicationSettings = z.output<typeof publicationSchema> & {
  readonly name: LocalText;
};

/** What a `publication.yaml` is, with all that is wrong with it. */
export interface ReadSettings {
  readonly publication?: PublicationSettings;
  readonly problems: readonly Problem[];
  /** As shown in problems; absent where there is no such file. */
  readonly file?: string;
  /** Where its fields are; absent where it cannot be read. */
  readonly positionOf?: Fields['positionOf'];
  /** Where the day is named on which `security.txt` expires. */
  readonly expiresAt?: { readonly line: number; readonly column: number };
}

/**
 * Reads `publication.yaml`. `file` is its path as shown in problems, `folderName` the name that
 * a publication has which names itself nowhere. An empty text is a publication of defaults.
 */
export function parsePublication(text: string, file: string, folderName: string): ReadSettings {
  const parsed = parseYamlFields(text, 1);
  if (!parsed.fields) {
    const source = { file, field: 'publication.yaml', format: 'YAML', firstLine: 1 } as const;
    return { problems: toSyntaxProblems(parsed.problems, { ...source, text }) };
  }
  const { value, problems: faults } = checkFields(publicationSchema, parsed.fields, file);
  const problems = [...toSurpriseWarnings(parsed.surprises, file), ...faults];
  if (!value) return { problems };
  return {
    publication: { ...value, name: value.name ?? { '': folderName } },
    problems,
    positionOf: parsed.fields.positionOf,
    ...(value.security ? { expiresAt: parsed.fields.positionOf(['security', 'expires']) } : {}),
  };
}

/** The path that an edition's addresses begin with: `/` or `/zh-hans/`. */
export function editionPath(language: string, languages: readonly string[]): string {
  return language === languages[0] ? '/' : `/${language.toLowerCase()}/`;
}
