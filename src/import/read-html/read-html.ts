import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Draft, Drafts, ImportOptions, Note, SourceFile } from '../draft.ts';
import { explainFailure } from '../explain-failure.ts';
import { cleanHtml } from '../html/clean-html.ts';
import { attributeOf, elementsOf, textOf } from '../html/html-tree.ts';
import { normalizeFormulas } from '../html/normalize-formulas.ts';
import { normalizeText } from '../html/normalize-text.ts';
import { showBackgrounds } from '../html/show-backgrounds.ts';
import { toMarkdown } from '../html/to-markdown.ts';
import { createPictureCollector } from '../pictures/picture-collector.ts';
import { resolveSaved } from '../pictures/saved-address.ts';
import { type Resolve, wholeAddress } from '../web-address.ts';
import { chooseFields } from './choose-fields.ts';
import { decodeHtml } from './decode-html.ts';
import { dropPageResidue } from './drop-residue.ts';
import { createFieldLineMatcher } from './field-lines.ts';
import { findArticle } from './find-article.ts';
import { findExcess } from './find-excess.ts';
import { findLeadPicture } from './find-lead-picture.ts';
import { normalizeMedium } from './normalize-medium.ts';
import { noteLostWords } from './note-lost-words.ts';
import { visibleText } from './page-words.ts';
import { placeLeadPicture } from './place-lead-picture.ts';
import { readFacts } from './read-facts.ts';
import { findSavedPictures } from './saved-pictures.ts';
import { standardize } from './standardize.ts';

/** Maximum length of an article; a novel has half as many characters. */
const maxLength = 2_000_000;

const parser = unified().use(rehypeParse).freeze();

/**
 * Reads a saved or fetched page into one draft. Never throws for the page's content: a page that
 * cannot become an article is refused with its reason. Fetches nothing.
 */
export async function readHtml(file: SourceFile, options: ImportOptions): Promise<Drafts> {
  const refuse = (reason: string): Drafts => ({
    drafts: [],
    refused: [{ source: file.source, reason }],
  });
  if (file.bytes.length === 0) return refuse('the file is empty');
  const decoded = decodeHtml(file.bytes, file.contentType);
  if (decoded === undefined) return refuse('it is a binary file, not HTML');
  if (!/<[a-z!?]/iu.test(decoded.text)) return refuse('the file has no HTML');
  const excess = findExcess(file.bytes, decoded.text);
  if (excess !== undefined) return refuse(`${excess}; save only its article and import that`);
  try {
    const draft = await readPage(file, decoded.text, options);
    if (typeof draft === 'string') return refuse(draft);
    const notes = [...decoded.notes, ...draft.notes];
    return { drafts: [{ ...draft, notes }], refused: [] };
  } catch (error) {
    // Nested too deeply in spite of all limits, or an invalid URL.
    return refuse(`the page could not be read: ${explainFailure(error)}`);
  }
}

/** The draft, or why there is none. */
async function readPage(
  file: SourceFile,
  html: string,
  options: ImportOptions,
): Promise<Draft | string> {
  const page = parser.parse(html);
  const medium = normalizeMedium(page, file.source);
  const screenReaderNotes = dropScreenReaderText(page);
  normalizeFormulas(page);
  const shown = visibleText(page);
  const found = findArticle(page);
  const { facts: stated, notes } = readFacts(page, found, options);
  const facts = [...medium.facts, ...stated];
  const canonical = facts.find(({ kind }) => kind === 'canonical')?.value;
  const resolve = resolverOf(page, file.url, canonical, options.base);
  if (found) showBackgrounds(found);
  const fileOf = file.path === undefined ? undefined : await findSavedPictures(page, file.path);
  const cleaned: Note[] = cleanHtml(page, resolve);
  if (found === undefined || visibleText(found) === '') return 'the page has no article text';
  const text = visibleText(found);
  if (text.length > maxLength)
    return `its article has ${text.length} characters, more than ${maxLength}; split it`;
  const chosen = chooseFields({ facts, options, text, resolve, url: file.url });
  const heads = facts.filter(({ from }) => from === '<h1>').map(({ value }) => value);
  const lines = createFieldLineMatcher(
    chosen.fields,
    heads,
    options.timeZone,
    chosen.fields.lang,
  );
  const left = dropPageResidue(page, found, lines);
  const tree = await standardize(found);
  if (visibleText(tree) === '') return 'the page has no article text';
  const lead = findLeadPicture(tree, facts);
  const collector = createPictureCollector(options.pictures, fileOf);
  const placed = lead && placeLeadPicture(tree, lead, collector, resolve);
  const textNotes = normalizeText(tree, { resolve, collector });
  const kept = textOf(tree);
  const body = toMarkdown(tree);
  const image = placed?.image;
  const lost = noteLostWords(
    shown,
    body,
    [
      ...left.notes.map(({ message }) => message),
      ...left.taken,
      ...[lead?.words, image?.caption, image?.credit, image?.alt],
    ].join(' '),
  );
  const all: Note[] = [
    ...chosen.notes,
    ...(placed?.notes ?? []),
    ...medium.notes,
    ...screenReaderNotes,
    ...cleaned.filter(({ message }) => isKept(message, kept, body)),
    ...textNotes,
    ...notes,
    ...left.notes,
    ...(lost ? [lost] : []),
  ];
  return {
    source: file.source,
    identity: resolve(canonical ?? '') ?? file.url ?? file.source,
    fields: {
      ...chosen.fields,
      image,
      draft: medium.isDraft || undefined,
    },
    body,
    pictures: collector.pictures,
    notes: all.map((note) => ({ ...note, message: resolveSaved(note.message) })),
  };
}

/** Whether a note is about the article. Notes on players and links around it are dropped. */
function isKept(message: string, kept: string, body: string): boolean {
  const quoted = /^“(.*)” becomes plain text/u.exec(message)?.[1];
  if (quoted !== undefined) return kept.includes(quoted);
  const address = / becomes a link: (.*)$/u.exec(message)?.[1];
  return address === undefined || body.includes(address);
}

/** Resolves URLs of the page against its base, the fetched URL, or its own URL. */
function resolverOf(
  page: Root,
  url: string | undefined,
  canonical: string | undefined,
  site: string | undefined,
): Resolve {
  let written = '';
  for (const { element } of elementsOf(page))
    if (element.tagName === 'base' && !written) written = attributeOf(element, 'href');
  const own = url ?? wholeAddress(canonical, site) ?? site;
  const base = wholeAddress(written, own) ?? own;
  return (address) => wholeAddress(address, base);
}

const spoken =
  /(?:^|[\s_-])(?:sr-only|screen-?reader(?:-text|-only)?|visually-?hidden|a11y-(?:text|hidden)|u-hiddenvisually|assistive-text)(?:$|[\s_-])/iu;

/**
 * Removes text for screen readers that repeats visible text, in place: `<span
 * aria-hidden="true">5 Mar</span><span class="sr-only">5 March</span>`.
 */
export function dropScreenReaderText(parent: Root | Element): Note[] {
  const notes: Note[] = [];
  const isBeside = parent.children.some(
    (child) =>
      child.type === 'element' &&
      String(child.properties['ariaHidden']) === 'true' &&
      textOf(child) !== '',
  );
  parent.children = parent.children.filter((child) => {
    if (child.type !== 'element') return true;
    const isSpoken = isBeside && spoken.test(attributeOf(child, 'className'));
    if (!isSpoken) notes.push(...dropScreenReaderText(child));
    else if (textOf(child) !== '') notes.push(noteOf(child));
    return !isSpoken;
  }) as Element['children'];
  return notes;
}

function noteOf(element: Element): Note {
  const line = element.position?.start.line;
  const message = `${JSON.stringify(textOf(element))}: repeats visible text for screen readers`;
  return {
    line,
    ...{ field: 'dropped', message, certainty: 'likely' },
  };
}
