import type { Nodes } from 'mdast';
import { removeCommentsIn } from '../../content/fields/check-plain-text.ts';
import { cleanText } from '../../content/fields/clean-text.ts';
import { parseMarkdown } from '../../content/markdown/parse-markdown.ts';
import {
  findInField,
  isWithinWords,
} from '../../content/markdown/unsupported/find-in-field.ts';
import type { DraftFields, DraftName } from '../draft.ts';

/**
 * Converts a line of Markdown to plain text without hidden remarks. Plain text is returned
 * unchanged.
 */
export function toPlainLine(text: string): string {
  const line = cleanText(removeCommentsIn(text));
  if (line.length > 5000 || findInField(line).length === 0) return line;
  return cleanText(wordsOf(parseMarkdown(line, 'reference'), line));
}

function wordsOf(node: Nodes, source: string): string {
  if (node.type === 'html') return node.value.replace(/<[^>]*>/gu, '');
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  const isEmphasis = node.type === 'emphasis' || node.type === 'strong';
  if (
    isEmphasis &&
    start !== undefined &&
    end !== undefined &&
    isWithinWords(source, start, end)
  )
    return source.slice(start, end);
  return node.children.map((child) => wordsOf(child, source)).join('');
}

/** Fields that do not change: not Markdown, or already plain. */
type Unchanged =
  | ('aliases' | 'canonical' | 'card' | 'closed' | 'corrections' | 'date' | 'draft')
  | ('id' | 'keyPoints' | 'kind' | 'lang' | 'slug' | 'summary' | 'updated');

/**
 * Converts fields from Markdown to plain text, which front matter requires; `note` is called for
 * each change.
 */
export function toPlainFields(
  fields: DraftFields,
  note: (field: string, written: string) => void,
): DraftFields {
  const plain = (field: string, written: string): string => {
    const words = toPlainLine(written);
    if (words === written || words === '') return written;
    note(field, written);
    return words;
  };
  const name = (field: string, written: DraftName): DraftName =>
    typeof written === 'string'
      ? plain(field, written)
      : { ...written, name: plain(field, written.name) };
  const {
    title,
    kicker,
    story,
    dateline,
    section,
    topics,
    authors,
    translator,
    licence,
    image,
    source,
  } = fields;
  // All other fields are required here, so a new field is a type error until it has a line.
  const texts: { readonly [Name in Exclude<keyof DraftFields, Unchanged>]: DraftFields[Name] } =
    {
      title: title && plain('title', title),
      kicker: kicker && plain('kicker', kicker),
      story: story && plain('story', story),
      dateline: dateline && plain('dateline', dateline),
      section: section && plain('section', section),
      topics: topics?.map((topic) => plain('topics', topic)),
      authors: authors?.map((author) => name('authors', author)),
      translator: translator && plain('translator', translator),
      licence: licence && name('licence', licence),
      source: source && { ...source, name: source.name && plain('source', source.name) },
      image: image && plainImage(image, plain),
    };
  return { ...fields, ...texts };
}

function plainImage(
  image: NonNullable<DraftFields['image']>,
  plain: (field: string, written: string) => string,
): NonNullable<DraftFields['image']> {
  const { alt, caption } = image;
  return {
    ...image,
    alt: alt && plain('image', alt),
    caption: caption && plain('image', caption),
  };
}
