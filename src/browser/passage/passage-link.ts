import { pageAddress } from '../share/page-address.ts';
import { createDirective } from './create-directive.ts';
import { readPageText } from './page-text.ts';
import { formatDirective } from './text-directive.ts';

/**
 * The link to a passage: the page, the id of the paragraph that it begins in, for browsers that
 * know nothing more, and a text directive that fits this passage alone. Where none does, the
 * paragraph has to do.
 */
export function passageLink(selected: Range): string {
  const page = readPageText();
  const passage = page.toPassage(selected);
  const directive = passage && createDirective(page, passage);
  const id = idBefore(passage ? page.toRange(passage) : selected);
  if (!directive) return pageAddress() + (id && `#${encodeURIComponent(id)}`);
  return `${pageAddress()}#${encodeURIComponent(id)}:~:${formatDirective(directive)}`;
}

/** The id of what holds the beginning of a range, else the last one before it; empty for none. */
function idBefore(range: Range): string {
  const around = range.startContainer.parentElement?.closest(
    '.copy [id]:not([id^="ui-fnref"])',
  );
  if (around) return around.id;
  const before = [...document.querySelectorAll('.copy [id]:not([id^="ui-"])')].filter(
    (element) => range.comparePoint(element, 0) < 0,
  );
  return before.at(-1)?.id ?? '';
}
