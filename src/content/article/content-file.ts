import type { TextLength } from '../../language/measure-text.ts';
import type { Problem } from '../../system/problems/problem.ts';
import type { OutlineEntry, Reference } from '../markdown/render-markdown.ts';
import type { ContentFileName } from './content-file-name.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Holds } from './hold-fields.ts';

/**
 * One Markdown file, read and found well-formed by itself: everything known of it but its
 * rendered text, which lies elsewhere under `body.key`. Plain JSON.
 */
export interface ContentFile {
  /** Below the content folder, with `/`: `world/bridge.ko.md`. */
  readonly path: string;
  /** As shown in problems: `content/world/bridge.ko.md`. */
  readonly file: string;
  readonly name: ContentFileName;
  readonly language: string;
  readonly fields: FrontMatter;
  /** How fields of other programs hold it back. */
  readonly holds?: Holds;
  /** Fields that have an error, and so are not in `fields`: only of a copy that is not published. */
  readonly wrong?: readonly string[];
  /** Line and column of every field that is there, by its dotted name. */
  readonly places: Readonly<Record<string, readonly [number, number]>>;
  readonly body: ContentFileBody;
  readonly warnings: readonly Problem[];
}

/** What is known of an article's text without its HTML. */
export interface ContentFileBody {
  /** SHA-256 (hex) of all that the rendered text depends on. */
  readonly key: string;
  /** The first paragraph, as plain text. */
  readonly lede: string;
  /** Of the whole text with its footnotes, without the headline. */
  readonly length: TextLength;
  readonly outline: readonly OutlineEntry[];
  /** All ids of the text that are not in the outline. */
  readonly ids: readonly string[];
  readonly references: readonly Reference[];
}

/** Where a field of a copy stands; for a field that is not there, the top of the file. */
export function placeOf(copy: ContentFile, field: string) {
  const [line, column] = copy.places[field] ?? [1, 1];
  return { file: copy.file, line, column };
}
