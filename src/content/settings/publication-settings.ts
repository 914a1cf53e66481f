import type { z } from 'astro/zod';
import type { OwnWords } from '../../language/words-for.ts';
import type { Problem } from '../../system/problems/problem.ts';
import { checkFields } from '../fields/check-fields.ts';
import type { Fields } from '../fields/fields.ts';
import { parseYamlFields } from '../fields/parse-yaml-fields.ts';
import { toSurpriseWarnings, toSyntaxProblems } from '../fields/syntax-problems.ts';
import type { WrittenFront } from './front-schema.ts';
import type { LocalText } from './local-text.ts';
import { withOneFile } from './one-file.ts';
import { publicationSchema } from './publication-schema.ts';

/** The settings of `publication.yaml` with all defaults. Sizes are in bytes, times in seconds. */
export type PublicationSettings = Omit<z.output<typeof publicationSchema>, 'front'> & {
  readonly name: LocalText;
  /** The words of the interface that the theme changes or adds; absent where there are none. */
  readonly words?: OwnWords;
};

/** The result of reading `publication.yaml`, with all its problems. */
export interface ReadSettings {
  readonly publication?: PublicationSettings;
  /** Apart from the settings, on which every page depends. */
  readonly front?: WrittenFront;
  readonly problems: readonly Problem[];
  /** Path as shown in problems. Absent if there is no file. */
  readonly file?: string;
  /** Positions of its fields. Absent if it cannot be read. */
  readonly positionOf?: Fields['positionOf'];
  /** The position of `security.expires`. */
  readonly expiresAt?: { readonly line: number; readonly column: number };
}

/**
 * Parses `publication.yaml`. `file` is its path as shown in problems. `folderName` is the default
 * name of the publication. An empty text gives the defaults.
 */
export function parsePublication(text: string, file: string, folderName: string): ReadSettings {
  const parsed = parseYamlFields(text, 1);
  if (!parsed.fields) {
    const source = { file, field: 'publication.yaml', format: 'YAML', firstLine: 1 } as const;
    return { problems: toSyntaxProblems(parsed.problems, { ...source, text }) };
  }
  const { value, problems: faults } = checkFields(publicationSchema, parsed.fields, file);
  const found = [...toSurpriseWarnings(parsed.surprises, file), ...faults];
  if (!value) return { problems: found };
  const { front, ...given } = value;
  const { settings, problems: ofFiles } = withOneFile(given, parsed.fields, file);
  const problems = [...found, ...ofFiles];
  return {
    publication: { ...settings, name: settings.name ?? { '': folderName } },
    ...(front ? { front } : {}),
    problems,
    positionOf: parsed.fields.positionOf,
    ...(value.security?.expires
      ? { expiresAt: parsed.fields.positionOf(['security', 'expires']) }
      : {}),
  };
}

/** The root path of an edition: `/` or `/zh-hans/`. */
export function editionPath(language: string, languages: readonly string[]): string {
  return language === languages[0] ? '/' : `/${language.toLowerCase()}/`;
}
