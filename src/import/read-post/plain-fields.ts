import type { DraftFields, DraftName } from '../draft.ts';
import { toPlainLine } from './to-plain-line.ts';

/** Fields as plain text, which is what a copy has; `say` is told of each that had marks. */
export function plainFields(
  fields: DraftFields,
  say: (field: string, written: string) => void,
): DraftFields {
  const plain = (field: string, written: string): string => {
    const words = toPlainLine(written);
    if (words === written || words === '') return written;
    say(field, written);
    return words;
  };
  const name = (field: string, written: DraftName): DraftName =>
    typeof written === 'string'
      ? plain(field, written)
      : { ...written, name: plain(field, written.name) };
  const { title, dateline, section, topics, authors, translator, licence, image, source } =
    fields;
  return {
    ...fields,
    ...(title === undefined ? {} : { title: plain('title', title) }),
    ...(dateline === undefined ? {} : { dateline: plain('dateline', dateline) }),
    ...(section === undefined ? {} : { section: plain('section', section) }),
    ...(topics ? { topics: topics.map((topic) => plain('topics', topic)) } : {}),
    ...(authors ? { authors: authors.map((author) => name('authors', author)) } : {}),
    ...(translator === undefined ? {} : { translator: plain('translator', translator) }),
    ...(licence === undefined ? {} : { licence: name('licence', licence) }),
    ...(source?.name === undefined
      ? {}
      : { source: { ...source, name: plain('source', source.name) } }),
    ...(image ? { image: plainImage(image, plain) } : {}),
  };
}

function plainImage(
  image: NonNullable<DraftFields['image']>,
  plain: (field: string, written: string) => string,
): NonNullable<DraftFields['image']> {
  const { alt, caption } = image;
  return {
    ...image,
    ...(alt === undefined ? {} : { alt: plain('image', alt) }),
    ...(caption === undefined ? {} : { caption: plain('image', caption) }),
  };
}
