import { adoptStyle, makeElement } from '../page/make-element.ts';
import { scriptWord } from '../page/script-words.ts';
import { pageAddress } from '../share/page-address.ts';
import { copyLink, passOn } from '../share/pass-on.ts';
import { createDirective } from './create-directive.ts';
import { readPageText } from './page-text.ts';
import css from './passage-bar.css?inline';
import { formatDirective } from './text-directive.ts';

/** Elements of an article that are not its text. */
const notText = '.article-tools, .sections, .note-in-place, .neighbours, .related, .part-link';

let bar: PassageBar | undefined;

/** Shows the bar that shares the selected text of an article; hides it without a selection. */
export function offerPassage(article: Element): void {
  const range = selectedPassage(article);
  if (!range) {
    bar?.hide();
    return;
  }
  bar ??= makePassageBar();
  bar.show(range);
  placeBar(bar.element, range);
}

function selectedPassage(article: Element): Range | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || !/[\p{L}\p{N}]/u.test(selection.toString()))
    return undefined;
  const range = selection.getRangeAt(0);
  const { startContainer: start, endContainer: end } = range;
  const elements = [start, end].map((node) =>
    node instanceof Element ? node : node.parentElement,
  );
  const isText = elements.every(
    (element) => element && article.contains(element) && !element.closest(notText),
  );
  return isText ? range.cloneRange() : undefined;
}

/** The bar at a selected passage. */
interface PassageBar {
  readonly element: HTMLElement;
  /** Shows it for a passage. */
  show(passage: Range): void;
  hide(): void;
}

/**
 * Creates the hidden bar at the end of the article. Tab moves into it while a passage is selected
 * and nothing has the focus; Escape closes it.
 */
function makePassageBar(): PassageBar {
  adoptStyle(css);
  const word = document.querySelector('.share')?.textContent ?? '';
  let passage: Range | undefined;
  const use = (act: (url: string) => Promise<void>) => {
    if (!passage) return;
    const url = passageLink(passage);
    hide();
    void act(url);
  };
  const copy = makeElement('button', { type: 'button' }, scriptWord('copyLink'));
  copy.addEventListener('click', () => use(copyLink));
  const share = makeElement('button', { type: 'button' }, word);
  share.addEventListener('click', () => use(passOn));
  const element = makeElement(
    'div',
    { id: 'ui-passage', role: 'group', 'aria-label': word, hidden: '' },
    copy,
    // On devices without a share dialog, both buttons would do the same.
    ...('share' in navigator ? [share] : []),
  );
  // Without this, pressing a button would clear the selection first.
  element.addEventListener('mousedown', (event) => event.preventDefault());
  const hide = () => {
    element.hidden = true;
  };
  document.addEventListener('keydown', (event) => {
    if (element.hidden || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      hide();
    }
    const elsewhere = document.activeElement?.closest('a, button, input, select, dialog');
    if (event.key !== 'Tab' || event.shiftKey || elsewhere) return;
    event.preventDefault();
    copy.focus({ preventScroll: true });
  });
  document.querySelector('main')?.append(element);
  return {
    element,
    show(selected) {
      passage = selected;
      element.hidden = false;
    },
    hide,
  };
}

/** Pixels between the selection and the bar. */
const gap = 8;

/**
 * Places the bar below the end of the passage, within the window. On touch screens, where the
 * system's menu and handles are at the passage, it is at the window's lower edge, or at the upper
 * edge if the passage extends to the lower one.
 */
function placeBar(bar: HTMLElement, passage: Range): void {
  const rects = [...passage.getClientRects()].filter(({ width }) => width > 0);
  const last = rects.at(-1) ?? passage.getBoundingClientRect();
  const { style, dataset } = bar;
  if (matchMedia('(pointer: coarse)').matches) {
    const room = bar.offsetHeight * 3;
    dataset['at'] = last.bottom > innerHeight - room ? 'top' : 'bottom';
    style.top = '';
    style.left = '';
    return;
  }
  delete dataset['at'];
  const isRightToLeft = document.documentElement.dir === 'rtl';
  const { clientWidth, clientHeight } = document.documentElement;
  const end = isRightToLeft ? last.left : last.right - bar.offsetWidth;
  const left = Math.min(Math.max(gap, end), clientWidth - bar.offsetWidth - gap);
  const lowest = clientHeight - bar.offsetHeight - gap;
  const top = Math.min(Math.max(gap, last.bottom + gap), lowest);
  style.left = `${left + scrollX}px`;
  style.top = `${top + scrollY}px`;
}

/**
 * The link to a passage: the page, the id of the paragraph where it starts (for browsers without
 * text directives), and a text directive that matches only this passage, if there is one.
 */
function passageLink(selected: Range): string {
  const page = readPageText();
  const passage = page.toPassage(selected);
  const directive = passage && createDirective(page, passage);
  const id = idBefore(passage ? page.toRange(passage) : selected);
  if (!directive) return pageAddress() + (id && `#${encodeURIComponent(id)}`);
  return `${pageAddress()}#${encodeURIComponent(id)}:~:${formatDirective(directive)}`;
}

/** The id of the element where a range starts, or the last id before it; empty without one. */
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
