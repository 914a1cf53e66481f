import type { TextLength } from '../../language/measure-text.ts';
import type { Problem } from '../../system/problems/problem.ts';
import type { LiveEntry, OutlineEntry, Reference } from '../markdown/render-markdown.ts';
import type { ContentFileName } from './content-file-name.ts';
import type { ContentFields } from './front-matter.ts';
import type { Holds } from './hold-fields.ts';

/**
 * A content file that is valid by itself, without its rendered text, which is stored under
 * `body.key`. Plain JSON.
 */
export interface ContentFile {
  /** Path below the content folder, with `/`: `world/bridge.ko.md`. */
  readonly path: string;
  /** Path as shown in problems: `content/world/bridge.ko.md`. */
  readonly file: string;
  readonly name: ContentFileName;
  readonly language: string;
  readonly fields: ContentFields;
  /** How fields of other programs keep it unpublished. */
  readonly holds?: Holds;
  /** Invalid fields, which `fields` lacks. Only for a file that is not published. */
  readonly wrong?: readonly string[];
  /** Line and column of every field, by its dotted name. */
  readonly places: Readonly<Record<string, readonly [number, number]>>;
  readonly body: ContentFileBody;
  readonly warnings: readonly Problem[];
}

/** The facts about an article's text, without its HTML. */
export interface ContentFileBody {
  /** SHA-256 (hex) of everything that the rendered text depends on. */
  readonly key: string;
  /** The first paragraph, as plain text. */
  readonly lede: string;
  /** The length of the whole text with footnotes, without the headline. */
  readonly length: TextLength;
  readonly outline: readonly OutlineEntry[];
  /** The entries of a live article, newest first. */
  readonly entries?: readonly LiveEntry[];
  /** All ids of the text other than those of the outline. */
  readonly ids: readonly string[];
  readonly references: readonly Reference[];
}

/** The position of a field; the top of the file if the field does not exist. */
export function placeOf(content: ContentFile, field: string) {
  const [line, column] = content.places[field] ?? [1, 1];
  return { file: content.file, line, column };
}
