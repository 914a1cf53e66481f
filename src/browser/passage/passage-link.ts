import { generateFragmentFromRange } from 'text-fragments-polyfill/dist/fragment-generation-utils.js';
import { pageAddress } from '../share/page-address.ts';
import { formatDirective } from './text-directive.ts';

/**
 * The link to a passage: the page, the id of the paragraph that it begins in, for browsers that
 * know nothing more, and a text directive that fits this passage alone. Where none does (the
 * library gives up after half a second), the paragraph has to do.
 */
export function passageLink(selected: Range): string {
  const range = selected.cloneRange();
  const hash = `#${encodeURIComponent(idBefore(range))}`;
  const { status, fragment } = generateFragmentFromRange(range);
  if (status !== 0 || !fragment) return pageAddress() + (hash === '#' ? '' : hash);
  const { textStart, textEnd, prefix, suffix } = fragment;
  const directive = formatDirective({
    // The library takes capitals, marks and widths from a passage that it gives whole.
    textStart: textEnd ? textStart : range.toString().replace(/\s+/g, ' ').trim(),
    ...(textEnd ? { textEnd } : {}),
    ...(prefix ? { prefix } : {}),
    ...(suffix ? { suffix } : {}),
  });
  return `${pageAddress()}${hash}:~:${directive}`;
}

/** The id of what holds the beginning of a range, else the last one before it; empty for none. */
function idBefore(range: Range): string {
  const { startContainer } = range;
  const start =
    startContainer instanceof Element ? startContainer : startContainer.parentElement;
  const around = start?.closest('.copy [id]:not([id^="ui-fnref"])');
  if (around) return around.id;
  const before = [...document.querySelectorAll('.copy [id]:not([id^="ui-"])')].filter(
    (element) => range.comparePoint(element, 0) < 0,
  );
  return before.at(-1)?.id ?? '';
}
