import { adoptStyle } from '../page/make-element.ts';
import { onReading, replaceHash } from '../page/on-reading.ts';
import { currentSection } from './current-section.ts';
import css from './here.css?inline';

/**
 * Shows the section that is being read in the navigation of an article: `aria-current` on its link,
 * its name in the bar, its id in the address.
 */
export function startSections(): void {
  const nav = document.querySelector<HTMLElement>('.sections');
  const details = nav?.querySelector('details');
  if (!nav || !details) return;
  adoptStyle(css);
  const here = nav.querySelector('.here');
  const links = [...nav.querySelectorAll('a')];
  const headings = links.map(({ hash }) =>
    document.getElementById(decodeURIComponent(hash.slice(1))),
  );
  const follow = followAddress();
  let current: number | undefined;

  onReading((view, byReader) => {
    const tops = headings.map((heading) => heading?.getBoundingClientRect().top ?? 0);
    const jumped = byReader ? -1 : links.findIndex(({ hash }) => hash === location.hash);
    const seen = (tops[jumped] ?? -1) >= 0 && (tops[jumped] ?? 0) < view.height;
    const now = seen ? jumped : currentSection(tops, view);
    if (now === current) return;
    const link = links[now];
    links[current ?? -1]?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    if (here) here.textContent = link?.textContent ?? '';
    if (link) showIn(nav, link);
    if (byReader) follow(link?.hash ?? '');
    current = now;
  });

  stepBetween(nav, (by) => links[(current ?? -1) + by]);
  keepOpenBeside(details);
}

/** The list is always open beside the text. Above the text it is closed until it is opened. */
function keepOpenBeside(details: HTMLDetailsElement): void {
  const beside = matchMedia('(min-width: 68.75rem)');
  const update = () => {
    details.open = beside.matches;
  };
  update();
  beside.addEventListener('change', update);
  addEventListener('click', ({ target }) => {
    const within = target instanceof Element && target.closest('.sections summary');
    if (!within && !beside.matches) details.open = false;
  });
  details.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || beside.matches || !details.open) return;
    details.open = false;
    details.querySelector('summary')?.focus();
  });
}

/** Scrolls a long list, but not the page, until a link of the list is visible. */
function showIn(list: HTMLElement, link: HTMLElement): void {
  const room = list.getBoundingClientRect();
  const place = link.getBoundingClientRect();
  if (place.top < room.top || place.bottom > room.bottom)
    list.scrollTop += place.top - room.top - room.height / 2;
}

/**
 * Moves to the next or previous section by the buttons of the navigation, and by Alt with Page Down
 * or Page Up. (Single letters would conflict with speech input, WCAG 2.1.4.) `find` returns the link
 * of the section that is `by` sections away.
 */
function stepBetween(
  nav: HTMLElement,
  find: (by: number) => HTMLAnchorElement | undefined,
): void {
  const step = (by: number) => {
    const link = find(by);
    if (link) {
      link.click();
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      heading?.setAttribute('tabindex', '-1');
      heading?.focus({ preventScroll: true });
    } else scrollTo({ top: by < 0 ? 0 : document.body.scrollHeight });
  };
  for (const button of nav.querySelectorAll<HTMLElement>('[data-step]')) {
    const key = `Alt+Page${button.dataset['step'] === '1' ? 'Down' : 'Up'}`;
    button.setAttribute('aria-keyshortcuts', key);
    button.title = `${button.getAttribute('aria-label')} (${key})`;
  }
  nav.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>('[data-step]');
    if (button) step(Number(button.dataset['step']));
  });
  addEventListener('keydown', (event) => {
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    const { altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
    if (!by || !altKey || ctrlKey || metaKey || shiftKey || defaultPrevented) return;
    event.preventDefault();
    step(by);
  });
}

/** Milliseconds without a change before the address is updated: browsers limit the rate. */
const delay = 250;

/**
 * Creates a function that updates the hash of the address to the section being read. It takes a
 * hash with its `#`, or an empty string. It adds no entries to the history, so that "back" returns
 * to the page that the reader came from.
 */
function followAddress(): (hash: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (hash) => {
    clearTimeout(timer);
    const before = location.hash;
    timer = setTimeout(() => {
      // A link that was followed meanwhile has set a hash of its own.
      if (hash !== before && location.hash === before) replaceHash(hash);
    }, delay);
  };
}
