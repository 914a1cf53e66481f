import type { Image, Nodes } from 'mdast';
import { escapeMarkdown, formatDestination } from '../../content/markdown/escape-text.ts';
import { parseMarkdown } from '../../content/markdown/parse-markdown.ts';
import { escapeHtml } from '../../language/escape-html.ts';
import type { Draft, DraftFields, DraftPicture } from '../draft.ts';
import { wholeAddress } from '../web-address.ts';

/**
 * Removes a picture that could not be loaded for `reason` from a draft. In the text, its alt text
 * becomes a link to its URL, or text with its file name. A featured picture keeps its credit.
 */
export function dropPicture(draft: Draft, picture: DraftPicture, reason: string): Draft {
  const source = `./${picture.name}`;
  const from = wholeAddress(picture.from, undefined) ?? picture.from.replace(/^.*[\\/]/su, '');
  const message = `${from} could not be imported: ${reason}`;
  // Without the notes that say it was imported.
  const others = draft.notes.filter((note) => !note.message.includes(source));
  return {
    ...draft,
    fields: draft.fields.image?.file === source ? withoutFile(draft.fields) : draft.fields,
    body: replaceInText(draft.body, source, from),
    pictures: draft.pictures.filter(({ name }) => name !== picture.name),
    notes: [...others, { field: 'picture', message, certainty: 'doubtful' }],
  };
}

function withoutFile({ image, ...fields }: DraftFields): DraftFields {
  const { file: _, ...words } = image ?? {};
  return Object.keys(words).length > 0 ? { ...fields, image: words } : fields;
}

function replaceInText(body: string, source: string, from: string): string {
  if (!body.includes(source)) return body;
  let text = '';
  let last = 0;
  const visit = (node: Nodes, isLinked: boolean) => {
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return;
    const isShown = node.type === 'image' && node.url === source;
    if (isShown || (node.type === 'html' && node.value.includes(source))) {
      const written = body.slice(start.offset, end.offset);
      text += body.slice(last, start.offset);
      text += isShown ? toWords(node, from, isLinked) : replaceInHtml(written, source, from);
      last = end.offset;
    }
    for (const child of 'children' in node ? node.children : [])
      visit(child, isLinked || node.type === 'link' || node.type === 'linkReference');
  };
  visit(parseMarkdown(body, 'reference'), false);
  return text + body.slice(last);
}

function toWords({ alt, title }: Image, from: string, isLinked: boolean): string {
  const caption = title ? ` ${escapeMarkdown(title)}` : '';
  if (isLinked || !/^https?:/u.test(from))
    return escapeMarkdown(`[${[alt, from].filter(Boolean).join(': ')}]`) + caption;
  return `[${escapeMarkdown(alt || from)}](${formatDestination(from)})${caption}`;
}

function replaceInHtml(html: string, source: string, from: string): string {
  return html.replace(/<img\b(?:[^"'>]|"[^"]*"|'[^']*')*>/giu, (tag) => {
    if (!tag.includes(source)) return tag;
    const alt = /\salt="([^"]*)"/iu.exec(tag)?.[1] ?? '';
    return `[${[alt, escapeHtml(from)].filter(Boolean).join(': ')}]`;
  });
}
