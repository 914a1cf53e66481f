import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Draft, Drafts, ImportOptions, Note, SourceFile } from '../draft.ts';
import { explainFailure } from '../explain-failure.ts';
import { cleanHtml } from '../html/clean-html.ts';
import { attributeOf, elementsOf, textOf } from '../html/html-tree.ts';
import { settleText } from '../html/settle-text.ts';
import { toMarkdown } from '../html/to-markdown.ts';
import { type Resolve, wholeAddress } from '../html/whole-address.ts';
import { createPictureBag } from '../pictures/picture-bag.ts';
import { chooseFields } from './choose-fields.ts';
import { decodeHtml } from './decode-html.ts';
import { extractText } from './extract-text.ts';
import { findExcess } from './find-excess.ts';
import { findLeadPicture } from './find-lead-picture.ts';
import { listResidue } from './list-residue.ts';
import { placeLeadPicture } from './place-lead-picture.ts';
import { protectText, restoreText } from './protect-text.ts';
import { readFacts } from './read-facts.ts';
import { findSavedPictures } from './saved-pictures.ts';

const parser = unified().use(rehypeParse).freeze();

/**
 * A page, saved or fetched, as one draft. Never throws for what is in it: what cannot be made an
 * article is refused with its reason. Fetches nothing.
 */
export async function readHtml(file: SourceFile, options: ImportOptions): Promise<Drafts> {
  const refuse = (reason: string): Drafts => ({
    drafts: [],
    refused: [{ source: file.source, reason }],
  });
  if (file.bytes.length === 0) return refuse('the file is empty');
  const decoded = decodeHtml(file.bytes, file.contentType);
  if (decoded === undefined) return refuse('the file is no text: HTML was expected');
  if (!/<[a-z!?]/iu.test(decoded.text)) return refuse('the file holds no HTML');
  const excess = findExcess(file.bytes, decoded.text);
  if (excess !== undefined) return refuse(`${excess}; save its article alone and import that`);
  try {
    const draft = await readPage(file, decoded.text, options);
    if (typeof draft === 'string') return refuse(draft);
    const notes = [...decoded.notes, ...draft.notes];
    return { drafts: [{ ...draft, notes }], refused: [] };
  } catch (error) {
    // Too deep for a parser in spite of all bounds, or an address that none of them can read.
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
  const { facts, notes } = readFacts(page);
  const canonical = facts.find(({ kind }) => kind === 'canonical')?.value;
  const resolve = resolverOf(page, file.url, canonical);
  const cleaned: Note[] = cleanHtml(page, resolve);
  const saved =
    options.pictures && file.path !== undefined
      ? await findSavedPictures(page, file.path)
      : undefined;
  protectText(page);
  const address = file.url ?? resolve(canonical ?? '');
  const text = await mainText(page, address);
  restoreText(page);
  const words = textOf(text);
  if (words === '') return 'the page has no article: no text was found in it';
  const lead = findLeadPicture(text, facts);
  const bag = createPictureBag(options.pictures, saved?.fileOf);
  const placed = lead && placeLeadPicture(text, lead, bag, resolve);
  const settled = settleText(text, { resolve, bag });
  const kept = textOf(text);
  const chosen = chooseFields({ facts, options, text: kept, resolve, url: file.url });
  const body = toMarkdown(text);
  const image = placed?.image;
  const inFields = JSON.stringify([chosen.fields, image ?? '']);
  const all: Note[] = [
    ...chosen.notes,
    ...(placed?.notes ?? []),
    ...cleaned.filter(({ message }) => isKept(message, kept, body)),
    ...settled,
    ...notes,
    ...listResidue(page, `${kept} ${lead?.words ?? ''} ${inFields}`),
  ];
  return {
    source: file.source,
    identity: resolve(canonical ?? '') ?? file.url ?? file.source,
    fields: { ...chosen.fields, ...(image && { image }) },
    body,
    pictures: bag.pictures,
    notes: all.map((note) => ({
      ...note,
      message: saved?.tell(note.message) ?? note.message,
    })),
  };
}

/**
 * The text that is found, or all of the page's main element where that leaves whole paragraphs
 * of it out: live reports, say, whose entries look like teasers.
 */
async function mainText(page: Root, address: string | undefined): Promise<Root> {
  const text = await extractText(page, address);
  if (textOf(text) === '' || lostBy(page, text) === 0) return text;
  const whole = await extractText(page, address, true);
  return lostBy(page, whole) < lostBy(page, text) ? whole : text;
}

function lostBy(page: Root, text: Root): number {
  return listResidue(page, textOf(text)).filter(({ certainty }) => certainty === 'doubtful')
    .length;
}

/** Notes on players and links of the page's frame say nothing of the article. */
function isKept(message: string, kept: string, body: string): boolean {
  const quoted = /^“(.*)” is plain text/u.exec(message)?.[1];
  if (quoted !== undefined) return kept.includes(quoted);
  const address = / is a link now: (.*)$/u.exec(message)?.[1];
  return address === undefined || body.includes(address);
}

/** Addresses of the page in full: against its base, where it was fetched, or its own address. */
function resolverOf(
  page: Root,
  url: string | undefined,
  canonical: string | undefined,
): Resolve {
  let written = '';
  for (const { element } of elementsOf(page))
    if (element.tagName === 'base' && !written) written = attributeOf(element, 'href');
  const own = url ?? wholeAddress(canonical, undefined);
  const base = wholeAddress(written, own) ?? own;
  return (address) => wholeAddress(address, base);
}
